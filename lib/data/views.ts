import 'server-only'
import { v7 as uuidv7 } from 'uuid'
import type { Viewer } from '@/lib/auth/viewer'
import type { KeptView, ViewInput } from '@/lib/core/view/view'
import { fail, ok, type Result } from '@/lib/result'
import { Prisma } from '@/prisma/generated/client'
import { prisma } from './client'

/** The viewer's own views and those that others share, own ones first, by name. */
export async function listViews(viewer: Viewer): Promise<KeptView[]> {
  const found = await prisma.view.findMany({
    where: { deletedAt: null, OR: [{ personId: viewer.id }, { shared: true }] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { person: { select: { name: true } } },
  })
  return found
    .map(({ id, name, query, sort, shared, personId, person }) => {
      return { id, name, query, sort, shared, own: personId === viewer.id, person: person.name }
    })
    .sort((a, b) => Number(b.own) - Number(a.own))
}

/** Keeps a list under a name that no other view of the viewer's bears. */
export async function keepView(viewer: Viewer, input: ViewInput): Promise<Result<{ id: string }, 'name-taken'>> {
  try {
    const { id } = await prisma.view.create({ data: { id: uuidv7(), personId: viewer.id, ...input } })
    return ok({ id })
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return fail('name-taken')
    throw error
  }
}

/** Takes one of the viewer's own views away, or, with `removed: false`, brings it back. Others' are not found. */
export async function removeView(
  viewer: Viewer,
  { id, removed, now }: { id: string; removed: boolean; now: Date },
): Promise<Result<null, 'not-found' | 'name-taken'>> {
  try {
    const { count } = await prisma.view.updateMany({
      where: { id, personId: viewer.id, deletedAt: removed ? null : { not: null } },
      data: { deletedAt: removed ? now : null },
    })
    return count === 1 ? ok(null) : fail('not-found')
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return fail('name-taken')
    throw error
  }
}
