import { admit } from '@/lib/auth/session'
import { appendPart, discardUpload, findUpload } from '@/lib/data/uploads'

const notFound = () => Response.json({ error: 'There is no such upload, or it was removed.' }, { status: 404 })

const refusals = {
  elsewhere: { status: 409, error: 'The part does not begin where the upload ends. Ask how much has arrived.' },
  'too-long': { status: 413, error: 'More came than was announced.' },
  damaged: { status: 422, error: 'The part arrived damaged: its sha256 is another. Send it again.' },
} as const

/** How much of an upload has arrived. */
export async function GET(request: Request, { params }: RouteContext<'/sources/upload/[id]'>) {
  const viewer = await admit(request, 'source.import')
  if (viewer instanceof Response) return viewer
  const upload = await findUpload(viewer, (await params).id)
  return upload ? Response.json(upload) : notFound()
}

/** Takes the next part of an upload, streamed to disk. `upload-offset` says where it begins. */
export async function PUT(request: Request, { params }: RouteContext<'/sources/upload/[id]'>) {
  const viewer = await admit(request, 'source.import')
  if (viewer instanceof Response) return viewer
  const upload = await findUpload(viewer, (await params).id)
  if (!upload) return notFound()
  if (!request.body) return Response.json({ error: 'A part has a body.' }, { status: 400 })

  const offset = Number(request.headers.get('upload-offset') ?? Number.NaN)
  const sha256 = request.headers.get('part-sha256')
  const appended = await appendPart(upload, { offset, sha256, bytes: request.body })
  if (appended.ok) return Response.json(appended.value)
  const { status, error } = refusals[appended.reason]
  return Response.json({ error, received: upload.received }, { status })
}

/** Removes an upload that is not wanted after all. */
export async function DELETE(request: Request, { params }: RouteContext<'/sources/upload/[id]'>) {
  const viewer = await admit(request, 'source.import')
  if (viewer instanceof Response) return viewer
  const upload = await findUpload(viewer, (await params).id)
  if (!upload) return notFound()
  await discardUpload(upload)
  return Response.json({ id: upload.id })
}
