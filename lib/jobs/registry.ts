import type { JobKind } from './kind'

/** Every kind of work longer than a second. Whoever brings one adds a line; a test walks them all. */
export const jobKinds = {} as const satisfies Record<string, JobKind>

export type JobKindName = keyof typeof jobKinds
