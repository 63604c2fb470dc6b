import { Badge } from '@/components/ui/badge'
import { RelativeTime } from '@/components/ui/relative-time'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { PersonRow } from '@/lib/data/people'
import { PersonActions } from './person-actions'
import type { PersonDeeds } from './person-deeds'
import { RoleBadge } from './role-badge'

/** `actions` is null for those who may only look. */
type Looking = { viewerId: string; actions: PersonDeeds | null }

/** Everybody on this page. */
export function PersonTable({ rows, ...looking }: Looking & { rows: PersonRow[] }) {
  return (
    <Table label="People">
      <TableHead>
        <tr>
          <TableHeader>Name</TableHeader>
          <TableHeader className="max-sm:hidden">E-mail</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>State</TableHeader>
          <TableHeader className="max-sm:hidden">Signed in</TableHeader>
          {looking.actions && (
            <TableHeader>
              <span className="sr-only">What to do</span>
            </TableHeader>
          )}
        </tr>
      </TableHead>
      <tbody>
        {rows.map((person) => (
          <PersonLine key={person.id} person={person} {...looking} />
        ))}
      </tbody>
    </Table>
  )
}

function PersonLine({ person, viewerId, actions }: Looking & { person: PersonRow }) {
  const { id, name, email, role, signedInAt } = person
  return (
    <TableRow>
      <TableCell className="max-w-36 truncate font-medium max-sm:py-1 sm:max-w-60" title={name}>
        {name}
        {id === viewerId && <span className="font-normal text-faint"> (you)</span>}
        <span className="block truncate font-normal text-faint text-xs sm:hidden">{email}</span>
      </TableCell>
      <TableCell className="max-w-72 truncate text-dim max-sm:hidden" title={email}>
        {email}
      </TableCell>
      <TableCell>
        <RoleBadge role={role} />
      </TableCell>
      <TableCell>
        <PersonState {...person} />
      </TableCell>
      <TableCell className="whitespace-nowrap text-dim max-sm:hidden">
        {signedInAt ? <RelativeTime at={signedInAt} /> : '–'}
      </TableCell>
      {actions && (
        <TableCell className="text-right">
          <PersonActions person={person} actions={actions} />
        </TableCell>
      )}
    </TableRow>
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
