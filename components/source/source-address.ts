import type { Route } from 'next'
import { writeValue } from '@/lib/core/search/edit'

/** The list of the trajectories of a source: by its id, since names may be equal. */
export const trajectoriesOf = (sourceId: string): Route =>
  `/trajectories?${new URLSearchParams({ q: `source:${writeValue(sourceId)}` })}` as Route
