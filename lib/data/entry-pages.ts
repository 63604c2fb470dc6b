import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { acts } from '@/lib/core/audit/acts'
import { prisma } from '@/lib/data/client'

export const ENTRIES_A_PAGE = 50

/**
 * A page of the audit log, newest first.
 *
 * @param before the sequence number that the page ends ahead of; null for the newest
 */
export async function listEntries(_viewer: Viewer, before: bigint | null) {
  const entries = await prisma.entry.findMany({
    where: before === null ? {} : { seq: { lt: before } },
    orderBy: { seq: 'desc' },
    take: ENTRIES_A_PAGE,
    select: {
      seq: true,
      at: true,
      act: true,
      subject: true,
      subjectId: true,
      detail: true,
      person: { select: { name: true } },
    },
  })
  const names = await namesOf(entries)
  return entries.map(({ seq, person, detail, ...entry }) => ({
    ...entry,
    seq: Number(seq),
    who: person.name,
    did: Object.entries(acts).find(([act]) => act === entry.act)?.[1].reads ?? entry.act,
    whom: names.get(entry.subjectId) ?? null,
    detail: inWords(detail),
  }))
}

export type EntryRow = Awaited<ReturnType<typeof listEntries>>[number]

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** What people call the persons and invitations that these entries are about. */
async function namesOf(entries: { subject: string; subjectId: string }[]): Promise<Map<string, string>> {
  const idsOf = (noun: string) => entries.filter((entry) => entry.subject === noun).map((entry) => entry.subjectId)
  const among = (noun: string) => ({ id: { in: idsOf(noun).filter(isId) } })
  const people = await prisma.person.findMany({ where: among('person'), select: { id: true, name: true } })
  const links = await prisma.invitation.findMany({ where: among('invitation'), select: { id: true, email: true } })
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...links.map(({ id, email }) => [id, email] as const),
  ])
}

function inWords(detail: unknown): string {
  if (typeof detail !== 'object' || detail === null) return String(detail)
  const word = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} ${word(value)}`)
    .join(', ')
}

/** How many lines the log has. */
export async function countEntries(): Promise<number> {
  const head = await prisma.entryHead.findUniqueOrThrow({ where: { id: 1 }, select: { seq: true } })
  return Number(head.seq)
}
