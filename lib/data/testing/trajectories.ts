import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { SYSTEM_ID } from '@/lib/auth/viewer'
import { prisma } from '@/lib/data/client'
import type { Prisma } from '@/prisma/generated/client'

type Given = Partial<Prisma.TrajectoryUncheckedCreateInput> & { task?: string; observation?: string }

const bytes = (text: string) => Uint8Array.from(createHash('sha256').update(text).digest())

/** A source that stands in the store with nothing in it. */
export async function insertSource(name = 'runs.jsonl') {
  const data = {
    id: uuidv7(),
    name,
    sha256: name,
    byteCount: 0n,
    origin: 'command' as const,
    toolVersion: 'test',
    importedById: SYSTEM_ID,
  }
  return prisma.source.create({ data })
}

async function taskNamed(name: string) {
  return prisma.task.upsert({ where: { name }, update: {}, create: { id: uuidv7(), name, title: name } })
}

let made = 0

/** A trajectory of one step with its revision 0 and the search chunk of its observation. */
export async function insertTrajectory(
  sourceId: string,
  { task = 'webshop', observation = 'nothing', ...given }: Given = {},
) {
  made += 1
  const id = uuidv7()
  const revisionId = uuidv7()
  const { id: taskId } = await taskNamed(task)
  const hash = bytes(id)
  const trajectory = await prisma.trajectory.create({
    data: {
      id,
      sourceId,
      taskId,
      recordOrdinal: made,
      externalId: `run-${made}`,
      title: `Run ${made}`,
      contentHash: hash,
      dedupeKey: hash,
      stepCount: 1,
      agentTurnCount: 1,
      actionCount: 1,
      currentRevisionId: revisionId,
      ...given,
    },
  })
  await prisma.revision.create({ data: { id: revisionId, trajectoryId: id, number: 0, instruction: `Do ${made}` } })
  await prisma.step.create({
    data: {
      revisionId,
      index: 1,
      turn: 1,
      anchor: hash,
      actionName: 'look',
      actionArguments: {},
      actionRaw: 'look',
      observation,
    },
  })
  await prisma.$executeRaw`
    INSERT INTO search_chunk (revision_id, step_index, part, ordinal, text, words)
    VALUES (${revisionId}::uuid, 1, 'observation', 0, ${observation}, to_tsvector('simple', ${observation}))`
  return trajectory
}
