import { admit } from '@/lib/auth/session'
import { findRecord } from '@/lib/data/records'

/** A raw record as text, byte for byte. Never anything a browser would run. */
export async function GET(request: Request, { params }: RouteContext<'/sources/[id]/records/[ordinal]'>) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer

  const { id, ordinal } = await params
  const record = await findRecord(viewer, id, Number(ordinal))
  if (!record) return Response.json({ error: 'Not found.' }, { status: 404 })
  return new Response(Uint8Array.from(record.bytes), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline; filename="record.txt"',
      'cache-control': 'private, max-age=3600',
    },
  })
}
