import 'server-only'
import { z } from 'zod'
import type { ModeMetrics } from '@/lib/core/gold/metrics'
import type { Mode } from '@/lib/core/gold/modes'
import { type AlignmentRow, grades, rowKinds } from '@/lib/core/gold/row'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { Prisma } from '@/prisma/generated/client'
import { prisma } from './client'

const { sql } = Prisma

const json: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const action = z.object({ name: z.string(), arguments: json, raw: z.string() })
const preamble = z.array(z.object({ role: z.string(), content: z.string(), example: z.boolean().optional() }))
const row: z.ZodType<AlignmentRow> = z.object({
  kind: z.enum(rowKinds),
  grade: z.enum(grades),
  step: z.number().int().nullable(),
  gold: z.number().int().nullable(),
  pair: z.number().int().optional(),
  readOnly: z.literal(true).optional(),
})

const metrics: z.ZodType<ModeMetrics> = z.object({
  holds: z.boolean(),
  matched: z.number().int(),
  precision: z.number().nullable(),
  recall: z.number().nullable(),
})
const modeMetrics: z.ZodType<Record<Mode, ModeMetrics>> = z.object({
  exact: metrics,
  'in-order': metrics,
  'any-order': metrics,
  'state-changing': metrics,
})

export type GoldAction = z.infer<typeof action>

/** One gold sequence of the instance, aligned with this revision; the best comes first. */
export type GoldReading = {
  id: string
  ordinal: number
  origin: string
  answer: string | null
  doubt: string
  doubtReason: string | null
  actions: GoldAction[]
  alignment: {
    best: boolean
    exact: boolean | null
    inOrder: boolean | null
    anyOrder: boolean | null
    stateChanging: boolean | null
    precision: number | null
    recall: number | null
    modes: Record<Mode, ModeMetrics> | null
    progress: number | null
    firstDivergence: number | null
    rows: AlignmentRow[]
  } | null
}

/** A step as it is first shown: an observation's beginning and its whole length, both in code points. */
export type StepReading = {
  index: number
  turn: number
  rationale: string | null
  actionName: string | null
  actionArguments: JsonObject | null
  actionRaw: string | null
  actionKind: string | null
  observation: string | null
  observationLength: number
  observationKind: string | null
  errored: boolean | null
  reward: number | null
  loss: boolean | null
}

const detail = {
  id: true,
  externalId: true,
  title: true,
  kind: true,
  model: true,
  method: true,
  attempt: true,
  rewardFinal: true,
  rewardMax: true,
  rewardOrigin: true,
  stopReason: true,
  stepCount: true,
  agentTurnCount: true,
  actionCount: true,
  goldMatch: true,
  goldProgress: true,
  strip: true,
  flagCount: true,
  outcome: true,
  verdictCount: true,
  currentRevisionId: true,
  recordOrdinal: true,
  part: true,
  createdAt: true,
  task: { select: { id: true, name: true, title: true, skill: true, rewardKind: true, rewardThreshold: true } },
  source: { select: { id: true, name: true, format: true, licence: true } },
  instance: { select: { id: true, key: true, groupKey: true, clusterKey: true, difficulty: true, split: true } },
} satisfies Prisma.TrajectorySelect

/** The client names the members of an enumeration as identifiers; the store and people say them in words. */
const inWords = (member: string) => member.replaceAll('_', ' ')

/** One trajectory with what heads its page, or null when there is none or it was deleted. */
export async function findTrajectory(id: string) {
  if (!z.uuid().safeParse(id).success) return null
  const found = await prisma.trajectory.findFirst({ where: { id, deletedAt: null }, select: detail })
  if (found === null) return null
  return {
    ...found,
    method: inWords(found.method),
    rewardOrigin: found.rewardOrigin === null ? null : inWords(found.rewardOrigin),
    stopReason: inWords(found.stopReason),
    goldMatch: inWords(found.goldMatch),
  }
}

export type TrajectoryDetail = NonNullable<Awaited<ReturnType<typeof findTrajectory>>>

/** What a revision says before its first step: the instruction, and the messages that are not part of the episode. */
export async function findOpening(revisionId: string) {
  const found = await prisma.revision.findUnique({
    where: { id: revisionId },
    select: { number: true, instruction: true, preamble: { select: { messages: true } } },
  })
  if (found === null) return null
  return {
    number: found.number,
    instruction: found.instruction,
    preamble: found.preamble === null ? [] : preamble.parse(found.preamble.messages),
  }
}

/**
 * A window of a revision's steps, in order. Observations travel by their beginning.
 *
 * @param window.from  index of the first step, 1-based
 * @param window.count at most so many steps
 * @param window.shown code points of each observation that are sent
 */
export async function listSteps(
  revisionId: string,
  { from, count, shown }: { from: number; count: number; shown: number },
): Promise<StepReading[]> {
  return prisma.$queryRaw<StepReading[]>(sql`
    SELECT index, turn, rationale, action_name AS "actionName", action_arguments AS "actionArguments",
      action_raw AS "actionRaw", action_kind AS "actionKind", left(observation, ${shown}::int) AS observation,
      coalesce(length(observation), 0) AS "observationLength", observation_kind AS "observationKind", errored, reward, loss
    FROM step WHERE revision_id = ${revisionId}::uuid AND index >= ${from}::int ORDER BY index LIMIT ${count}::int`)
}

/** A step's whole observation, or null when there is no such step of a trajectory that is shown. */
export async function findObservation(trajectoryId: string, index: number): Promise<string | null> {
  if (!z.uuid().safeParse(trajectoryId).success || !z.int32().min(1).safeParse(index).success) return null
  const [found] = await prisma.$queryRaw<{ observation: string | null }[]>(sql`
    SELECT s.observation FROM trajectory t JOIN step s ON s.revision_id = t.current_revision_id
    WHERE t.id = ${trajectoryId}::uuid AND t.deleted_at IS NULL AND s.index = ${index}::int`)
  return found?.observation ?? null
}

/** Every gold sequence of an instance, with its alignment to a revision: the best match first, then by ordinal. */
export async function listGold(instanceId: string, revisionId: string): Promise<GoldReading[]> {
  const found = await prisma.goldSequence.findMany({
    where: { instanceId },
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      ordinal: true,
      origin: true,
      answer: true,
      doubt: true,
      doubtReason: true,
      actions: true,
      alignments: { where: { revisionId } },
    },
  })
  const read = found.map(({ alignments: [alignment], actions, ...gold }) => ({
    ...gold,
    actions: z.array(action).parse(actions),
    alignment:
      alignment === undefined
        ? null
        : {
            ...alignment,
            rows: z.array(row).parse(alignment.rows),
            modes: modeMetrics.nullable().parse(alignment.modes),
          },
  }))
  return read.sort((a, b) => Number(b.alignment?.best ?? false) - Number(a.alignment?.best ?? false))
}
