import { admit } from '@/lib/auth/session'
import { beginUpload, uploadInput } from '@/lib/data/uploads'

/** Announces an upload: its name and size. The answer says under which id its parts are taken. */
export async function POST(request: Request) {
  const viewer = await admit(request, 'source.import')
  if (viewer instanceof Response) return viewer

  const parsed = uploadInput.safeParse(await request.json().catch(() => null))
  if (!parsed.success) return Response.json({ error: 'An upload has a name and a size in bytes.' }, { status: 400 })
  const begun = await beginUpload(viewer, parsed.data)
  if (begun.ok) return Response.json(begun.value, { status: 201 })
  const error = 'The server has not enough room on its disk for this file.'
  return Response.json({ error }, { status: 507 })
}
