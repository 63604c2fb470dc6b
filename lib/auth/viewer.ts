declare const proof: unique symbol

export const roles = ['annotator', 'lead', 'researcher', 'admin'] as const
export type Role = (typeof roles)[number]

/**
 * Somebody who has proved who they are. Only lib/auth/session.ts (a browser), lib/auth/operator.ts (whoever can open
 * the store: the command line) and the tests' testViewer() make one.
 */
export type Viewer = {
  readonly id: string
  readonly name: string
  readonly email: string | null
  readonly role: Role
  readonly [proof]: true
}

/** The built-in actors, in the store since its first migration. */
export const OPERATOR_ID = '00000000-0000-7000-8000-000000000001'
export const SYSTEM_ID = '00000000-0000-7000-8000-000000000002'
