import { z } from 'zod'
import { methods } from '@/lib/core/trajectory/types'
import { jobKind } from '@/lib/jobs/kind'

const optional = z.string().trim().min(1).nullable().default(null)

/** What an import is asked to do. Paths are of this host; names are for people and are never opened. */
export const importInput = z.object({
  path: z.string().min(1),
  name: z.string().min(1),
  origin: z.enum(['upload', 'command', 'example']),
  format: optional,
  task: z.string().trim().toLowerCase().min(1).nullable().default(null),
  model: optional,
  method: z.enum(methods).nullable().default(null),
  gold: z.array(z.object({ path: z.string().min(1), name: z.string().min(1) })).default([]),
  licence: optional,
  originUrl: optional,
})

export type ImportInput = z.output<typeof importInput>

export const importKind = jobKind({
  name: 'import',
  title: 'Import',
  right: 'source.import',
  unit: 'bytes',
  place: 'this host',
  input: importInput,
  titleOf: ({ name }) => `Import ${name}`,
  // Loaded when a worker runs one: the web process queues imports and never needs the code.
  run: async (input, job) => (await import('@/lib/jobs/import/run-import')).runImport(input, job),
})
