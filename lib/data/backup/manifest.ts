import { z } from 'zod'

/** The first member of a backup: what it takes to read the rest. */
export const header = z.object({
  format: z.literal('assay-backup'),
  version: z.literal(1),
  createdAt: z.iso.datetime(),
  /** The version of Assay and of the server that wrote it. */
  tool: z.string(),
  server: z.string(),
  /** The newest migration of the store it was made from. */
  migration: z.string(),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), order: z.array(z.string()).min(1) }),
  ),
})
export type Header = z.infer<typeof header>
export type BackedUpTable = Header['tables'][number]

/** The last member: what the rest must have been. */
export const manifest = z.object({
  tables: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string().length(64) })),
  /** The head of the audit chain. */
  head: z.string(),
})
export type Manifest = z.infer<typeof manifest>
export type TableSum = Manifest['tables'][number]

/** Why a backup cannot be made or restored, and what to do. */
export class BackupRefused extends Error {
  override name = 'BackupRefused'
}
