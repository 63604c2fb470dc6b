import type { z } from 'zod'
import { RecordProblem } from '../types'

/**
 * The value as the schema reads it.
 *
 * @throws RecordProblem with the first thing that does not fit and the path to it
 */
export function checked<T>(schema: z.ZodType<T>, value: unknown, path: readonly PropertyKey[] = []): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const field = [...path, ...(issue?.path ?? [])].map(String).join('.')
  throw new RecordProblem(issue?.message ?? 'unreadable', field === '' ? null : field)
}
