import type { Act } from './permissions'

/** Who may come in: anybody, whoever is signed in, or whoever may do that. */
export type Guard = 'public' | 'signed in' | Act

/**
 * Every page, route and action of app/, and who may use it. A test finds what is missing here; another one tries each
 * of them as each role, signed out, and without an Origin.
 */
export const guarded: Record<string, Guard> = {
  'page /': 'signed in',
  'page /login': 'public',
  'page /setup': 'public',
  'page /invitation': 'public',
  'page /account': 'signed in',
  'page /people': 'person.read',
  'page /people/entries': 'entry.read',
  'route GET /waiting': 'trajectory.read',
  'page /trajectories': 'trajectory.read',
  'page /trajectories/[id]': 'trajectory.read',
  'page /normalisers/[name]': 'trajectory.read',
  'page /sources': 'source.read',
  'page /sources/new': 'source.import',
  'page /sources/[id]': 'source.read',
  'page /jobs': 'job.read',
  'page /jobs/[id]': 'job.read',
  'route POST /sources/upload': 'source.import',
  'route GET /sources/upload/[id]': 'source.import',
  'route PUT /sources/upload/[id]': 'source.import',
  'route DELETE /sources/upload/[id]': 'source.import',
  'route GET /sources/[id]/records/[ordinal]': 'trajectory.read',
  'action /sources previewUpload': 'source.import',
  'action /sources importUpload': 'source.import',
  'action /jobs cancel': 'job.manage',
  'action /jobs retry': 'job.manage',
  'route GET /trajectories/export': 'trajectory.read',
  'route GET /trajectories/[id]/raw': 'trajectory.read',
  'route GET /trajectories/[id]/steps/[index]': 'trajectory.read',
  // Says no more than whether the server works.
  'route GET /api/health': 'public',
  'route GET /api/auth/[...all]': 'public',
  'route POST /api/auth/[...all]': 'public',
  'action /login signIn': 'public',
  'action /login signInThroughProvider': 'public',
  'action /setup becomeAdministrator': 'public',
  'action /invitation acceptInvitation': 'public',
  'action /account signOut': 'signed in',
  'action /account changeOwnPassword': 'signed in',
  'action /account endSession': 'signed in',
  'action /people invite': 'person.manage',
  'action /people revoke': 'person.manage',
  'action /people giveRole': 'person.manage',
  'action /people offerNewPassword': 'person.manage',
  'action /people disable': 'person.manage',
  'action /people enable': 'person.manage',
  'action /people endAllSessions': 'person.manage',
  'action /trajectories keepView': 'view.keep',
  'action /trajectories removeView': 'view.keep',
  'action /trajectories/[id] recordVerdict': 'verdict.record',
}
