import { Check, CircleHelp, Minus } from 'lucide-react'
import { Table, TableCell, TableHead, TableHeader, TableRow } from '@/components/ui/table'
import type { Completeness, Presence } from '@/lib/core/trajectory/types'

const parts = {
  prompt: 'Prompt and tools',
  menu: 'Menu of actions',
  images: 'Images',
  earlierTurns: 'Earlier turns',
} as const satisfies Record<keyof Completeness, string>

const marks = {
  present: { icon: Check, look: 'text-accept' },
  missing: { icon: Minus, look: 'text-reject' },
  unknown: { icon: CircleHelp, look: 'text-faint' },
} as const

/** Which parts of what the models were shown the records hold: a check that needs a missing part abstains. */
export function CompletenessTable({ completeness }: { completeness: Record<string, Completeness> }) {
  const tasks = Object.entries(completeness)
  if (tasks.length === 0) return null
  return (
    <section className="max-w-2xl space-y-1">
      <h2 className="font-semibold text-base">What the records hold of what the models were shown</h2>
      <Table label="Context completeness">
        <TableHead>
          <tr>
            <TableHeader>Task</TableHeader>
            {Object.entries(parts).map(([part, title]) => (
              <TableHeader key={part}>{title}</TableHeader>
            ))}
          </tr>
        </TableHead>
        <tbody>
          {tasks.map(([task, held]) => (
            <TableRow key={task}>
              <TableCell>{task}</TableCell>
              {(['prompt', 'menu', 'images', 'earlierTurns'] as const).map((part) => (
                <TableCell key={part}>
                  <PresenceMark presence={held[part]} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </tbody>
      </Table>
    </section>
  )
}

function PresenceMark({ presence }: { presence: Presence }) {
  const { icon: Icon, look } = marks[presence]
  return (
    <span className={`inline-flex items-center gap-1 ${look}`}>
      <Icon aria-hidden className="size-3.5" /> {presence}
    </span>
  )
}
