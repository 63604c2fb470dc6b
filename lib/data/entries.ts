import 'server-only'
import { type AuditedAct, acts } from '@/lib/core/audit/acts'
import { brokenLink, entryHash, GENESIS, type Link } from '@/lib/core/audit/chain'
import { prisma, type Transaction } from '@/lib/data/client'
import type { Prisma } from '@/prisma/generated/client'

export type NewEntry = {
  personId: string
  act: AuditedAct
  subjectId: string
  /** The noun the act was done to; the registry's where it is left out. */
  subject?: string
  detail?: Prisma.InputJsonObject
}

/**
 * Writes a line of the audit log in the caller's transaction. Make it the last statement: it holds the chain's head
 * until the commit, and every other writer waits for it.
 */
export async function appendEntry(tx: Transaction, { personId, act, subject, subjectId, detail = {} }: NewEntry) {
  const [head] = await tx.$queryRaw<Link[]>`SELECT seq, hash FROM entry_head WHERE id = 1 FOR UPDATE`
  if (!head) throw new Error('The audit log has no head: the store was not migrated, or somebody removed it.')
  const entry = {
    seq: head.seq + 1n,
    at: new Date(),
    personId,
    act,
    subject: subject ?? acts[act].subject,
    subjectId,
    detail,
  }
  const previous = Uint8Array.from(head.hash)
  const hash = Uint8Array.from(entryHash(previous, entry))
  await tx.entry.create({ data: { ...entry, previous, hash }, select: { seq: true } })
  await tx.entryHead.update({ where: { id: 1 }, data: { seq: entry.seq, hash } })
}

/** Whether every line of the audit log is what was written, in order, up to the recorded head. */
export type ChainState = { whole: true; entries: bigint; head: string } | { whole: false; reason: string }

const PAGE = 1000

/** Reads the audit log from its first line and recomputes every hash. Takes time in proportion to its length. */
export function verifyChain(): Promise<ChainState> {
  return prisma.$transaction(verifyIn, { isolationLevel: 'RepeatableRead', maxWait: 20_000, timeout: 600_000 })
}

async function verifyIn(tx: Transaction): Promise<ChainState> {
  let last: Link = { seq: 0n, hash: GENESIS }
  for (;;) {
    const page = await tx.entry.findMany({ where: { seq: { gt: last.seq } }, orderBy: { seq: 'asc' }, take: PAGE })
    for (const entry of page) {
      const reason = brokenLink(last, entry)
      if (reason) return { whole: false, reason }
      last = entry
    }
    if (page.length < PAGE) break
  }
  const head = await tx.entryHead.findUniqueOrThrow({ where: { id: 1 } })
  if (head.seq !== last.seq || Buffer.compare(head.hash, last.hash) !== 0)
    return { whole: false, reason: `the head names entry ${head.seq}, the log ends at ${last.seq}` }
  return { whole: true, entries: last.seq, head: Buffer.from(last.hash).toString('hex') }
}
