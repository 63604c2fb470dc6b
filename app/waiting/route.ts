import { admit } from '@/lib/auth/session'
import { findWaiting } from '@/lib/data/waiting'

/** What the frame shows, asked again every few seconds: a page that stays open keeps its counts true. */
export async function GET(request: Request) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer
  return Response.json(await findWaiting(viewer), { headers: { 'cache-control': 'no-store' } })
}
