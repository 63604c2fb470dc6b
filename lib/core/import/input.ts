import { z } from 'zod'
import { methods } from '@/lib/core/trajectory/types'

const optional = z
  .string()
  .trim()
  .max(500)
  .transform((text) => (text === '' ? null : text))
  .nullable()
  .default(null)

/** What a person says of the files they upload; everything but the file may be left out. */
export const uploadImportInput = z.object({
  upload: z.uuid(),
  gold: z.uuid().nullable().default(null),
  format: optional,
  task: z
    .string()
    .trim()
    .toLowerCase()
    .max(200)
    .nullable()
    .default(null)
    .transform((text) => text || null),
  model: optional,
  method: z.enum(methods).nullable().default(null),
  licence: optional,
  originUrl: optional,
})

export type UploadImportInput = z.input<typeof uploadImportInput>

export const previewInput = z.object({ upload: z.uuid(), format: optional })
