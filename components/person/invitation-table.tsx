'use client'

import { useTransition } from 'react'
import { toast } from 'sonner'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { OpenInvitation } from '@/lib/data/invitations'
import type { Result } from '@/lib/result'
import { RoleBadge } from './role-badge'

type Revoke = (input: { id: string }) => Promise<Result<{ id: string }, string>>

/** The links that are out. */
export function InvitationTable({ rows, revoke }: { rows: OpenInvitation[]; revoke: Revoke }) {
  return (
    <section className="space-y-2">
      <h2 className="font-semibold text-base">Links that nobody has used yet</h2>
      <Table label="Links">
        <TableHead>
          <tr>
            <TableHeader>For</TableHeader>
            <TableHeader className="max-sm:hidden">E-mail</TableHeader>
            <TableHeader>Role</TableHeader>
            <TableHeader className="max-sm:hidden">Written</TableHeader>
            <TableHeader className="max-sm:hidden">By</TableHeader>
            <TableHeader>
              <span className="sr-only">What to do</span>
            </TableHeader>
          </tr>
        </TableHead>
        <tbody>
          {rows.map((link) => (
            <TableRow key={link.id}>
              <TableCell className="max-w-36 truncate font-medium max-sm:py-1 sm:max-w-60" title={link.name}>
                {link.name}
                <span className="block truncate font-normal text-faint text-xs sm:hidden">{link.email}</span>
              </TableCell>
              <TableCell className="max-w-72 truncate text-dim max-sm:hidden" title={link.email}>
                {link.email}
              </TableCell>
              <TableCell>{link.personId ? <Badge>new password</Badge> : <RoleBadge role={link.role} />}</TableCell>
              <TableCell className="whitespace-nowrap text-dim max-sm:hidden">
                <RelativeTime at={link.createdAt} /> <Expiry at={link.expiresAt} />
              </TableCell>
              <TableCell className="text-dim max-sm:hidden">{link.invitedBy.name}</TableCell>
              <TableCell className="text-right">
                <RevokeButton id={link.id} email={link.email} revoke={revoke} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

const Expiry = ({ at }: { at: Date }) => (at.getTime() < Date.now() ? <Badge tone="warn">ran out</Badge> : null)

function RevokeButton({ id, email, revoke }: { id: string; email: string; revoke: Revoke }) {
  const [waiting, start] = useTransition()
  const run = () =>
    start(async () => {
      const done = await revoke({ id })
      if (done.ok) toast.success(`The link for ${email} opens nothing now`)
      else toast.error('Nothing was done: the link was used or taken back a moment ago.')
    })
  return (
    <Button size="sm" variant="quiet" disabled={waiting} aria-label={`Take back the link for ${email}`} onClick={run}>
      Take back
    </Button>
  )
}
