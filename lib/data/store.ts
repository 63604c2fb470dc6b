import 'server-only'
import { prisma } from '@/lib/data/client'

/** Whether nobody signs in to this store and nothing was ever brought into it. */
export async function storeIsEmpty(): Promise<boolean> {
  const [person, source] = await Promise.all([
    prisma.person.findFirst({ where: { kind: 'person' }, select: { id: true } }),
    prisma.source.findFirst({ select: { id: true } }),
  ])
  return person === null && source === null
}
