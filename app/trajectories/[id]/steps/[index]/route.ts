import { admit } from '@/lib/auth/session'
import { findObservation } from '@/lib/data/reading'
import { plainResponse } from '@/lib/plain-response'

/** A step's whole observation as plain text: what the reader unfolds in place. */
export async function GET(request: Request, { params }: RouteContext<'/trajectories/[id]/steps/[index]'>) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer

  const { id, index } = await params
  const observation = /^\d{1,9}$/.test(index) ? await findObservation(id, Number(index)) : null
  return observation === null ? new Response('There is no such step.', { status: 404 }) : plainResponse(observation)
}
