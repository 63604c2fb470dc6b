import { z } from 'zod'
import { type Json, type JsonObject, methods, type ParsedTrajectory, stopReasons } from '../types'
import { checked } from './checked'
import { complete } from './completeness'
import type { Format } from './format'

export const assayMarker = 'assay/1'

// What JSON.parse made is JSON all through: only its outermost shape is in question.
const jsonObject = z.custom<JsonObject>(isObject, 'Invalid input: expected an object')
const text = z.string().nullable().default(null)
const number = z.number().nullable().default(null)
const flag = z.boolean().nullable().default(null)

const action = z.strictObject({ name: z.string().min(1), arguments: jsonObject, raw: z.string() })

const step = z.strictObject({
  turn: z.int().min(1),
  rationale: text,
  action: action.nullable().default(null),
  actionKind: z.enum(['act', 'talk', 'think', 'terminal', 'unparsed']).nullable().default(null),
  observation: text,
  observationKind: z.enum(['environment', 'user']).nullable().default(null),
  errored: flag,
  reward: number,
  loss: flag,
})

const gold = z.strictObject({ origin: z.string().min(1), actions: z.array(action), answer: text })

const instance = z.strictObject({
  key: z.string().min(1),
  groupKey: text,
  clusterKey: text,
  instruction: z.string(),
  difficulty: text,
  split: text,
  gold: z.array(gold).default([]),
})

const message = z.strictObject({ role: z.string(), content: z.string(), example: z.boolean().optional() })

/**
 * A line of Assay's own interchange format: a ParsedTrajectory field by field, with its marker. What may be left out has
 * a default; a field that is not listed is refused, so that a misspelt one is not lost. `truth` and `decoys` are what a
 * generator knows and no reader may use: they are accepted and ignored. docs/formats.md says what each field means.
 */
export const assayRecord = z.strictObject({
  format: z.literal(assayMarker),
  externalId: z.string().min(1),
  task: z.string().trim().toLowerCase().min(1).max(200),
  kind: z.enum(['trajectory', 'chat', 'code']).default('trajectory'),
  model: text,
  method: z.enum(methods).default('unknown'),
  attempt: z.int32().min(0).nullable().default(null),
  rewardFinal: number,
  rewardMax: number,
  rewardOrigin: z.enum(['recorded', 'by construction', 'recomputed']).nullable().default(null),
  stopReason: z.enum(stopReasons).default('unknown'),
  preamble: z.array(message).default([]),
  instance,
  steps: z.array(step),
  truth: z.unknown().optional(),
  decoys: z.unknown().optional(),
})

export type AssayRecord = z.input<typeof assayRecord>

export const assay: Format = {
  name: 'assay',
  title: 'Assay interchange',
  input: 'json',
  recognise: (sample) =>
    isMarked(sample) ? { sure: true, reason: `records carry the marker "format": "${assayMarker}"` } : null,
  read: (record) => [readAssay(record)],
  completeness: () => complete,
}

function readAssay(record: Json): ParsedTrajectory {
  const { format: _, truth: __, decoys: ___, ...parsed } = checked(assayRecord, record)
  return parsed
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMarked(sample: Json): boolean {
  return typeof sample === 'object' && sample !== null && !Array.isArray(sample) && sample.format === assayMarker
}
