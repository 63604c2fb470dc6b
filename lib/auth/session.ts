import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { findActivePerson } from '@/lib/data/people'
import { auth } from './auth'
import { PATH_HEADER } from './forwarded'
import { requireOrigin } from './origin'
import { isOwnOrigin } from './own-origin'
import { type Act, may } from './permissions'
import { prove } from './prove'
import { returnPath } from './return-path'
import type { Viewer } from './viewer'

async function viewerOf(given: Headers): Promise<Viewer | null> {
  const session = await auth().api.getSession({ headers: given })
  const person = session && (await findActivePerson(session.user.id))
  return person && prove(person)
}

/** Whoever is signed in, or null. A person disabled or signed out a moment ago is nobody. Read once a request. */
export const findViewer = cache(async () => viewerOf(await headers()))

/** The id of the session of this browser, or null. */
export async function findSessionId(): Promise<string | null> {
  const session = await auth().api.getSession({ headers: await headers() })
  return session?.session.id ?? null
}

/** Every page and action begins with this: somebody who is signed in, or the way to the sign-in page. */
export async function requireViewer(): Promise<Viewer> {
  await requireOrigin()
  const viewer = await findViewer()
  if (viewer) return viewer
  const given = await headers()
  // An action is sent to the page it was pressed on, but a browser names that page in Referer alone.
  const next = returnPath(given.has('next-action') ? given.get('referer') : given.get(PATH_HEADER))
  redirect(next === '/' ? '/login' : `/login?next=${encodeURIComponent(next)}`)
}

/** Somebody who may do that. For anybody else the page or action does not exist. */
export async function requireRight(act: Act): Promise<Viewer> {
  const viewer = await requireViewer()
  if (!may(viewer, act)) notFound()
  return viewer
}

/**
 * Every route handler begins with this: the viewer, or the response that refuses. A change must come from a page of
 * ours; what somebody may not do is not found.
 */
export async function admit(request: Request, act: Act): Promise<Viewer | Response> {
  const changes = !['GET', 'HEAD'].includes(request.method)
  if (changes && !isOwnOrigin(request.headers))
    return Response.json({ error: 'The request names no page of this server as its Origin.' }, { status: 403 })
  const viewer = await viewerOf(request.headers)
  if (!viewer) return Response.json({ error: 'Sign in first.' }, { status: 401 })
  return may(viewer, act) ? viewer : Response.json({ error: 'Not found.' }, { status: 404 })
}
