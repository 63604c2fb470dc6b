import { Badge } from '@/components/ui/badge'
import type { PersonRow } from '@/lib/data/people'

/** The role as a word; who may change everything stands out. */
export function RoleBadge({ role }: { role: PersonRow['role'] }) {
  return <Badge tone={role === 'admin' ? 'accent' : 'neutral'}>{role}</Badge>
}
