import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { fail, ok, type Result } from '@/lib/result'

/** The viewer's own sessions that have not run out, newest first. */
export async function listOwnSessions(viewer: Viewer) {
  return prisma.authSession.findMany({
    where: { userId: viewer.id, expiresAt: { gt: new Date() } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, expiresAt: true, ipAddress: true, userAgent: true },
  })
}

export type OwnSession = Awaited<ReturnType<typeof listOwnSessions>>[number]

/** Ends one session of the viewer's own. Nobody else's can be ended here. */
export async function endOwnSession(viewer: Viewer, sessionId: string): Promise<Result<{ ended: number }, 'changed'>> {
  return inTransaction(async (tx) => {
    const { count } = await tx.authSession.deleteMany({ where: { id: sessionId, userId: viewer.id } })
    if (count !== 1) return fail('changed')
    const detail = { sessions: count }
    await appendEntry(tx, { personId: viewer.id, act: 'person.end-sessions', subjectId: viewer.id, detail })
    return ok({ ended: count })
  })
}

/** Signs somebody out everywhere. */
export async function endSessions(viewer: Viewer, personId: string): Promise<Result<{ ended: number }, 'changed'>> {
  return inTransaction(async (tx) => {
    const { count } = await tx.authSession.deleteMany({ where: { userId: personId } })
    if (count === 0) return fail('changed')
    const detail = { sessions: count }
    await appendEntry(tx, { personId: viewer.id, act: 'person.end-sessions', subjectId: personId, detail })
    return ok({ ended: count })
  })
}
