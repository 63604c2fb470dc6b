import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Viewer } from '@/lib/auth/viewer'
import {
  actionsRightAnswers,
  outcomeOf,
  type RecordedVerdict,
  rationaleHonestAnswers,
  type VerdictInput,
  type VerdictResult,
} from '@/lib/core/review/verdict'
import type { Prisma } from '@/prisma/generated/client'
import { inTransaction, prisma } from './client'
import { appendEntry } from './entries'

type Tx = Prisma.TransactionClient

const answers = z.object({
  actionsRight: z.enum(actionsRightAnswers).nullable(),
  rationaleHonest: z.enum(rationaleHonestAnswers).nullable(),
})

/** The newest verdict of every review of a revision, the latest first; withdrawn ones are left out. */
export async function listVerdicts(revisionId: string, db: Tx = prisma): Promise<RecordedVerdict[]> {
  const reviews = await db.review.findMany({
    where: { revisionId },
    select: {
      verdicts: { orderBy: { version: 'desc' }, take: 1, include: { person: { select: { name: true } } } },
    },
  })
  return reviews
    .flatMap((review) => review.verdicts)
    .filter((verdict) => verdict.choice !== 'withdrawn')
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .map(({ personId, person, choice, note, version, createdAt, ...rest }) => ({
      personId,
      person: person.name,
      choice,
      note,
      version,
      at: createdAt.toISOString(),
      ...answers.parse(rest),
    }))
}

/** The viewer's own review of a revision outside any queue, with the choice that stands in it. */
async function findOwnReview(tx: Tx, viewer: Viewer, revisionId: string) {
  return tx.review.findFirst({
    where: { revisionId, personId: viewer.id, queueId: null },
    select: {
      id: true,
      version: true,
      verdicts: { orderBy: { version: 'desc' }, take: 1, select: { choice: true } },
    },
  })
}

/**
 * Records a verdict of the viewer's own: the next version of their review, the trajectory's outcome and an audit entry
 * in one transaction. When another verdict came between the drawing of the form and now, nothing is written and what
 * came is returned. The trajectory's row is locked, so of two at the same moment exactly one is first.
 */
export async function recordVerdict(viewer: Viewer, input: VerdictInput, now: Date): Promise<VerdictResult> {
  return inTransaction(async (tx) => {
    const [trajectory] = await tx.$queryRaw<{ verdictCount: number; revisionId: string; outcome: string }[]>`
      SELECT verdict_count AS "verdictCount", current_revision_id AS "revisionId", outcome::text AS outcome
      FROM trajectory WHERE id = ${input.trajectoryId}::uuid AND deleted_at IS NULL FOR UPDATE`
    if (trajectory === undefined || trajectory.revisionId !== input.revisionId)
      return { ok: false, reason: 'not-found' }
    if (trajectory.verdictCount !== input.seen)
      return {
        ok: false,
        reason: 'conflict',
        seen: trajectory.verdictCount,
        latest: await listVerdicts(input.revisionId, tx),
      }

    const own = await findOwnReview(tx, viewer, input.revisionId)
    const standing = own?.verdicts.at(0)?.choice ?? 'withdrawn'
    if (input.choice === 'withdrawn' && standing === 'withdrawn') return { ok: false, reason: 'nothing-to-withdraw' }
    const newReview = { id: uuidv7(), revisionId: input.revisionId, personId: viewer.id }
    const review = own ?? (await tx.review.create({ data: newReview }))
    return write(tx, viewer, input, { review, before: trajectory.outcome, now })
  })
}

async function write(
  tx: Tx,
  viewer: Viewer,
  input: VerdictInput,
  { review, before, now }: { review: { id: string; version: number }; before: string; now: Date },
): Promise<VerdictResult> {
  const version = review.version + 1
  const { choice, note, actionsRight, rationaleHonest } = input
  await tx.verdict.create({
    data: {
      id: uuidv7(),
      reviewId: review.id,
      version,
      choice,
      note,
      actionsRight,
      rationaleHonest,
      personId: viewer.id,
      createdAt: now,
    },
  })
  await tx.review.update({ where: { id: review.id }, data: { version } })
  const outcome = outcomeOf((await listVerdicts(input.revisionId, tx)).map((verdict) => verdict.choice))
  await tx.trajectory.update({ where: { id: input.trajectoryId }, data: { outcome, verdictCount: input.seen + 1 } })
  await appendEntry(tx, {
    personId: viewer.id,
    act: choice === 'withdrawn' ? 'verdict.withdraw' : 'verdict.record',
    subjectId: input.trajectoryId,
    detail: { review: review.id, version, choice, note, outcome: { from: before, to: outcome } },
  })
  return { ok: true, savedAt: now.toISOString(), seen: input.seen + 1, outcome }
}
