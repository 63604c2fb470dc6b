import { admit } from '@/lib/auth/session'
import { findTrajectory } from '@/lib/data/reading'
import { findRecord } from '@/lib/data/records'
import { plainResponse } from '@/lib/plain-response'

/** The record that a trajectory was read from, byte for byte. */
export async function GET(request: Request, { params }: RouteContext<'/trajectories/[id]/raw'>) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer

  const trajectory = await findTrajectory((await params).id)
  const record = trajectory && (await findRecord(viewer, trajectory.source.id, trajectory.recordOrdinal))
  return record
    ? plainResponse(Uint8Array.from(record.bytes))
    : new Response('There is no such record.', { status: 404 })
}
