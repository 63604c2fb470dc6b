import type { JobKind } from './kind'
import { alignKind } from './kinds/align'
import { importKind } from './kinds/import'
import { searchKind } from './kinds/search'

/** Every kind of work longer than a second. Whoever brings one adds a line; a test walks them all. */
export const jobKinds = {
  import: importKind,
  align: alignKind,
  search: searchKind,
} as const satisfies Record<string, JobKind>

export type JobKindName = keyof typeof jobKinds
