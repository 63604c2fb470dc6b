import type { Role, Viewer } from './viewer'

/**
 * Makes a Viewer: the one cast. Called by session.ts, once the session and the person have been read, and by
 * operator.ts for whoever can open the store.
 */
export function prove(person: { id: string; name: string; email: string | null; role: Role }): Viewer {
  const { id, name, email, role } = person
  return { id, name, email, role } as Viewer
}
