import type { Role, Viewer } from './viewer'

/** Every act a person can perform, and who may. The one place to read or change a right. */
export const rights = {
  'trajectory.read': ['annotator', 'lead', 'researcher', 'admin'],
  'view.keep': ['annotator', 'lead', 'researcher', 'admin'],
  'view.share': ['lead', 'researcher', 'admin'],
  'verdict.record': ['annotator', 'lead', 'researcher', 'admin'],
  'source.read': ['lead', 'researcher', 'admin'],
  'source.import': ['lead', 'researcher', 'admin'],
  'gold.align': ['lead', 'researcher', 'admin'],
  'job.read': ['lead', 'researcher', 'admin'],
  'job.manage': ['lead', 'researcher', 'admin'],
  'person.read': ['lead', 'admin'],
  'person.manage': ['admin'],
  'entry.read': ['lead', 'admin'],
} as const satisfies Record<string, readonly Role[]>

export type Act = keyof typeof rights

/** Whether this person may do that. */
export function may(viewer: Pick<Viewer, 'role'>, act: Act): boolean {
  return (rights[act] as readonly Role[]).includes(viewer.role)
}
