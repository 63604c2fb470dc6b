import 'server-only'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { trustedOrigins } from './base-url'
import { isOwnOrigin } from './own-origin'

/**
 * Refuses a server action that no page of ours sent: Next lets one without an Origin header pass. requireViewer()
 * calls it; an action that needs no sign-in calls it itself.
 */
export async function requireOrigin() {
  const given = await headers()
  if (isAction(given) && !isOwnOrigin(given)) {
    const origin = given.get('origin') ?? 'no origin'
    console.warn(`Refused a change from ${origin}. This server is ${trustedOrigins().join(', ')}; ASSAY_URL sets it.`)
    notFound()
  }
}

// A page is asked for without a body; an action has a header of its own or, from a bare form, a body.
const isAction = (given: Headers) => given.has('next-action') || given.has('content-type')
