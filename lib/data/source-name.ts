import 'server-only'
import { pool } from '@/lib/data/client'
import { fail, ok, type Result } from '@/lib/result'

export type NamedSource = { id: string; name: string }

/** The one source of this id or file name. A name that several have is refused: which one was meant only an id says. */
export async function resolveSource(given: string): Promise<Result<NamedSource, 'unknown' | 'ambiguous'>> {
  const { rows } = await pool().query<NamedSource>(
    `SELECT id, name FROM source WHERE (id::text = lower($1) OR name = $1) AND deleted_at IS NULL
     ORDER BY (id::text = lower($1)) DESC LIMIT 2`,
    [given],
  )
  const [first, second] = rows
  if (!first) return fail('unknown')
  return second && first.id !== given.toLowerCase() ? fail('ambiguous') : ok(first)
}
