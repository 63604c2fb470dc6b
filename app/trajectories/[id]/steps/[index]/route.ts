import { admit } from '@/lib/auth/session'
import { findObservation } from '@/lib/data/reading'

/** A step's whole observation as plain text: what the reader unfolds in place. */
export async function GET(request: Request, { params }: RouteContext<'/trajectories/[id]/steps/[index]'>) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer

  const { id, index } = await params
  const observation = /^\d{1,9}$/.test(index) ? await findObservation(id, Number(index)) : null
  if (observation === null) return new Response('There is no such step.', { status: 404 })
  return new Response(observation, { headers: plainText })
}

// Imported text is hostile: never sniffed, never rendered, even when its address is opened by itself.
const plainText = {
  'content-type': 'text/plain; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cache-control': 'private, max-age=3600',
}
