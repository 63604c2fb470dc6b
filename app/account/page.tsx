import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { readTheme, THEME_COOKIE } from '@/components/frame/theme'
import { PasswordForm } from '@/components/person/password-form'
import { SessionList } from '@/components/person/session-list'
import { ThemeChoice } from '@/components/person/theme-choice'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { findSessionId, requireViewer } from '@/lib/auth/session'
import { findPasswordHash } from '@/lib/data/passwords'
import { listOwnSessions } from '@/lib/data/sessions'
import { changeOwnPassword, endSession } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const viewer = await requireViewer()
  const sessions = await listOwnSessions(viewer)
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const hasPassword = (await findPasswordHash(viewer)) !== null

  return (
    <Page width="form" className="space-y-8">
      <PageHeader title={viewer.name}>
        {viewer.email} · {viewer.role}
      </PageHeader>
      <section className="space-y-2">
        <h2 className="font-semibold text-base">Theme</h2>
        <ThemeChoice theme={theme} />
      </section>
      <section className="space-y-2">
        <h2 className="font-semibold text-base">Password</h2>
        {hasPassword ? (
          <PasswordForm email={viewer.email ?? ''} change={changeOwnPassword} />
        ) : (
          <p className="text-dim">You sign in through the identity provider and have no password here.</p>
        )}
      </section>
      <section className="space-y-2">
        <h2 className="font-semibold text-base">Where you are signed in</h2>
        <SessionList sessions={sessions} here={await findSessionId()} end={endSession} />
      </section>
    </Page>
  )
}
