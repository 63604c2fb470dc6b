import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { PersonRow } from '@/lib/data/people'
import { PersonActions, type PersonDeeds } from './person-actions'
import { RoleBadge } from './role-badge'

/** Everybody on this page; `actions` is null for those who may only look. */
export function PersonTable({
  rows,
  viewerId,
  actions,
}: {
  rows: PersonRow[]
  viewerId: string
  actions: PersonDeeds | null
}) {
  return (
    <Table label="People">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="max-sm:hidden">E-mail</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="max-sm:hidden">Signed in</TableHeader>
          {actions && (
            <TableHeader>
              <span className="sr-only">What to do</span>
            </TableHeader>
          )}
        </tr>
      </TableHead>
      <tbody>
        {rows.map((person) => (
          <TableRow key={person.id}>
            <TableCell className="max-w-36 truncate font-medium max-sm:py-1 sm:max-w-60" title={person.name}>
              {person.name}
              {person.id === viewerId && <span className="font-normal text-faint"> (you)</span>}
              <span className="block truncate font-normal text-faint text-xs sm:hidden">{person.email}</span>
            </TableCell>
            <TableCell className="max-w-72 truncate text-dim max-sm:hidden" title={person.email}>
              {person.email}
            </TableCell>
            <TableCell>
              <RoleBadge role={person.role} />
            </TableCell>
            <TableCell>
              <PersonState {...person} />
            </TableCell>
            <TableCell className="whitespace-nowrap text-dim max-sm:hidden">
              {person.signedInAt ? <RelativeTime at={person.signedInAt} /> : '–'}
            </TableCell>
            {actions && (
              <TableCell className="text-right">
                <PersonActions person={person} actions={actions} />
              </TableCell>
            )}
          </TableRow>
        ))}
      </tbody>
    </Table>
  )
}

function PersonState({ disabledAt, lockedUntil, example }: PersonRow) {
  if (disabledAt) return <Badge tone="bad">disabled</Badge>
  if (lockedUntil)
    return (
      <Badge tone="warn" title={`After ten wrong tries, until ${lockedUntil.toISOString()}`}>
        resting
      </Badge>
    )
  return example ? <Badge>example</Badge> : <span className="text-dim">active</span>
}
