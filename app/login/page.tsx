import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { AddressNotice } from '@/components/person/address-notice'
import { Entrance } from '@/components/person/entrance'
import { SignInForm } from '@/components/person/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { trustedOrigins } from '@/lib/auth/base-url'
import { oidcSettings } from '@/lib/auth/oidc'
import { returnPath } from '@/lib/auth/return-path'
import { findViewer } from '@/lib/auth/session'
import { hasAdministrator } from '@/lib/data/first-administrator'
import { readEnv } from '@/lib/env'
import { firstOf } from '@/lib/search-params'
import { signIn, signInThroughProvider } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default async function LoginPage({ searchParams }: PageProps<'/login'>) {
  const { next, error } = await searchParams
  const to = returnPath(firstOf(next))
  if (await findViewer()) redirect(to)
  const provider = oidcSettings() ? readEnv().OIDC_NAME : null

  return (
    <Entrance title="Sign in">
      <AddressNotice origins={trustedOrigins()} />
      {!(await hasAdministrator()) && (
        <Notice title="There is no administrator yet">
          The terminal that started Assay shows a link with a token. It makes you its first administrator.
        </Notice>
      )}
      <SignInForm
        next={to}
        problem={firstOf(error)}
        provider={provider}
        signIn={signIn}
        signInThroughProvider={signInThroughProvider}
      />
    </Entrance>
  )
}
