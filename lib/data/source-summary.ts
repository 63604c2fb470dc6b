import 'server-only'
import { prisma } from '@/lib/data/client'

/** What an import has come to, as the command line prints it and the job keeps it. */
export type SourceSummary = {
  sourceId: string
  format: string | null
  records: number
  imported: number
  duplicates: number
  quarantined: number
  goldLinked: number
  trajectories: number
  agentTurns: number
  actions: number
  bytes: number
  known: boolean
  problems: { ordinal: number; line: number | null; offset: number; reason: string; field: string | null }[]
}

const SHOWN_PROBLEMS = 20

/**
 * The counts of a source.
 *
 * @param known  the same bytes were in the store already: then every record is a duplicate and nothing was added
 */
export async function summariseSource(sourceId: string, known: boolean): Promise<SourceSummary> {
  const source = await prisma.source.findUniqueOrThrow({ where: { id: sourceId } })
  const { format, recordCount: records, byteCount } = source
  const head = { sourceId, format, records, bytes: Number(byteCount), known }
  if (known) {
    const nothing = { imported: 0, quarantined: 0, goldLinked: 0, trajectories: 0, agentTurns: 0, actions: 0 }
    return { ...head, ...nothing, duplicates: records, problems: [] }
  }
  return {
    ...head,
    imported: source.importedCount,
    duplicates: source.duplicateCount,
    quarantined: source.quarantinedCount,
    goldLinked: source.goldLinkedCount,
    trajectories: source.trajectoryCount,
    agentTurns: source.agentTurnCount,
    actions: source.actionCount,
    problems: await firstProblems(sourceId),
  }
}

async function firstProblems(sourceId: string): Promise<SourceSummary['problems']> {
  const records = await prisma.record.findMany({
    where: { sourceId, outcome: 'quarantined' },
    orderBy: { ordinal: 'asc' },
    take: SHOWN_PROBLEMS,
    select: { ordinal: true, line: true, offset: true, reason: true, field: true },
  })
  return records.map(({ offset, reason, ...rest }) => ({ ...rest, offset: Number(offset), reason: reason ?? '' }))
}

/** The names of the tasks that the trajectories of a source are of. */
export async function listSourceTasks(sourceId: string): Promise<string[]> {
  const tasks = await prisma.task.findMany({
    where: { trajectories: { some: { sourceId } } },
    orderBy: { name: 'asc' },
    select: { name: true },
  })
  return tasks.map(({ name }) => name)
}
