import 'server-only'
import type { Viewer } from '@/lib/auth/viewer'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry } from '@/lib/data/entries'
import { setPassword } from './accounts'

const own = (viewer: Viewer) => ({ providerId: 'credential', accountId: viewer.id })

/** The hash of the viewer's own password; null for somebody who signs in through a provider. */
export async function findPasswordHash(viewer: Viewer): Promise<string | null> {
  const account = await prisma.authAccount.findUnique({
    where: { providerId_accountId: own(viewer) },
    select: { password: true },
  })
  return account?.password ?? null
}

/**
 * Puts a new password in the place of the old one and ends every session but the one that is kept.
 *
 * @returns false where somebody replaced the old one meanwhile
 */
export async function replacePassword(viewer: Viewer, oldHash: string, newHash: string, keepSessionId: string | null) {
  return inTransaction(async (tx) => {
    const still = { ...own(viewer), password: oldHash }
    const { count } = await tx.authAccount.updateMany({ where: still, data: { password: newHash } })
    if (count !== 1) return false
    await setPassword(tx, viewer.id, newHash, keepSessionId ?? undefined)
    await appendEntry(tx, { personId: viewer.id, act: 'person.password', subjectId: viewer.id })
    return true
  })
}
