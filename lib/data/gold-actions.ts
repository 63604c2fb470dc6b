import { z } from 'zod'
import type { Action, JsonObject } from '@/lib/core/trajectory/types'

const json: z.ZodType<JsonObject> = z.record(z.string(), z.json())

/** The actions of a gold sequence as its jsonb column holds them. */
export const goldActions: z.ZodType<Action[]> = z.array(
  z.object({ name: z.string(), arguments: json, raw: z.string() }),
)
