'use server'

import { requireRight } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { previewInput, uploadImportInput } from '@/lib/core/import/input'
import { type FilePreview, previewFile } from '@/lib/data/file-preview'
import { findUpload, uploadPath } from '@/lib/data/uploads'
import { enqueue } from '@/lib/jobs/queue'
import { fail, ok, type Result } from '@/lib/result'

/** What importing an uploaded file would make of its first records. Nothing is stored. */
export async function previewUpload(input: unknown): Promise<Result<FilePreview, 'invalid' | 'incomplete'>> {
  const viewer = await requireRight('source.import')
  const parsed = previewInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { upload: id, format } = parsed.data
  const upload = await findWhole(viewer, id)
  return upload ? ok(await previewFile(uploadPath(id), upload.name, format)) : fail('incomplete')
}

/** Queues the import of an uploaded file. */
export async function importUpload(
  input: unknown,
): Promise<Result<{ id: string }, 'invalid' | 'incomplete' | 'forbidden'>> {
  const viewer = await requireRight('source.import')
  const parsed = uploadImportInput.safeParse(input)
  if (!parsed.success) return fail('invalid')

  const { upload: id, gold: goldId, ...said } = parsed.data
  const upload = await findWhole(viewer, id)
  const gold = goldId === null ? null : await findWhole(viewer, goldId)
  if (!upload || (goldId !== null && !gold)) return fail('incomplete')
  return enqueue(viewer, 'import', {
    ...said,
    path: uploadPath(id),
    name: upload.name,
    origin: 'upload',
    gold: gold ? [{ path: uploadPath(gold.id), name: gold.name }] : [],
  })
}

/** The viewer's own upload once all of it has arrived. */
async function findWhole(viewer: Viewer, id: string) {
  const upload = await findUpload(viewer, id)
  return upload && upload.received === upload.bytes ? upload : null
}
