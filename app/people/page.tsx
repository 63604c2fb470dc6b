import type { Metadata, Route } from 'next'
import Form from 'next/form'
import Link from 'next/link'
import { InvitationTable } from '@/components/person/invitation-table'
import { InviteDialog } from '@/components/person/invite-dialog'
import { PersonTable } from '@/components/person/person-table'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { may } from '@/lib/auth/permissions'
import { requireRight } from '@/lib/auth/session'
import { listInvitations } from '@/lib/data/invitations'
import { listPeople, PEOPLE_A_PAGE } from '@/lib/data/people'
import { firstOf, pageOf } from '@/lib/search-params'
import { disable, enable, endAllSessions, giveRole, invite, offerNewPassword, revoke } from './actions'

const deeds = { giveRole, offerNewPassword, disable, enable, endAllSessions }

export const metadata: Metadata = { title: 'People' }

export default async function PeoplePage({ searchParams }: PageProps<'/people'>) {
  const viewer = await requireRight('person.read')
  const { q, page: asked } = await searchParams
  const search = firstOf(q) ?? ''
  const page = pageOf(asked)
  const { rows, total } = await listPeople(viewer, { search, page })
  const manages = may(viewer, 'person.manage')
  const invitations = manages ? await listInvitations(viewer) : []

  return (
    <Page>
      <PageHeader title="People" count={total} actions={manages && <InviteDialog invite={invite} />}>
        Who may come in, and as what.{' '}
        <Link className="link" href="/people/entries">
          What was done, by whom
        </Link>
      </PageHeader>
      <Form action="/people" className="flex max-w-sm gap-2">
        <Input name="q" type="search" aria-label="Name or e-mail" placeholder="Name or e-mail" defaultValue={search} />
        <Button type="submit">Search</Button>
      </Form>
      {rows.length === 0 ? (
        <EmptyState title={`Nobody is called “${search}”`} />
      ) : (
        <PersonTable rows={rows} viewerId={viewer.id} actions={manages ? deeds : null} />
      )}
      {total > PEOPLE_A_PAGE && (
        <Pager
          label="Pages of people"
          says={`${(page - 1) * PEOPLE_A_PAGE + 1}–${(page - 1) * PEOPLE_A_PAGE + rows.length} of ${total.toLocaleString('en')}`}
          previous={page > 1 ? pageAddress(search, page - 1) : null}
          next={page * PEOPLE_A_PAGE < total ? pageAddress(search, page + 1) : null}
        />
      )}
      {invitations.length > 0 && <InvitationTable rows={invitations} revoke={revoke} />}
    </Page>
  )
}

const pageAddress = (search: string, page: number): Route =>
  `/people?${new URLSearchParams({ q: search, page: `${page}` })}`
