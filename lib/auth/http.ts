import 'server-only'
import { auth } from './auth'
import { PROVIDER } from './oidc'
import { isOwnOrigin } from './own-origin'

const ROOT = '/api/auth'

/** What better-auth may answer. Passwords, people and sessions change through actions of ours, which keep the log. */
const offered: Record<string, readonly string[]> = {
  GET: ['/get-session', `/oauth2/callback/${PROVIDER}`],
  POST: ['/sign-in/email', '/sign-in/oauth2', '/sign-out'],
}

/** better-auth over HTTP, with its rate limit, for pages of ours and for the way back from the identity provider. */
export async function answerAuth(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.slice(ROOT.length)
  if (!offered[request.method]?.includes(path)) return Response.json({ error: 'Not found.' }, { status: 404 })
  if (request.method !== 'GET' && !isOwnOrigin(request.headers))
    return Response.json({ error: 'The request names no page of this server as its Origin.' }, { status: 403 })
  return auth().handler(request)
}

/** The same for an action of ours: the request's own headers, so that the limit counts the one who really asks. */
export async function askAuth(given: Headers, path: string, body: Record<string, unknown>): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json' })
  for (const name of ['origin', 'cookie', 'user-agent', 'x-forwarded-for']) {
    const value = given.get(name)
    if (value !== null) headers.set(name, value)
  }
  const url = `${auth().options.baseURL}${ROOT}${path}`
  return answerAuth(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
}
