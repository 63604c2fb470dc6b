import 'server-only'
import { prisma } from '@/lib/data/client'

const KEY = 'example-workspace'

/** What the example workspace of this store was made of. */
export type ExampleMade = { seed: string; trajectories: number; files: string[] }

/** Whether this store ever had its example workspace: a removed one stays away. */
export async function hadExampleWorkspace(): Promise<boolean> {
  return (await prisma.setting.findUnique({ where: { key: KEY }, select: { key: true } })) !== null
}

/** Notes that the example workspace was brought in. */
export async function noteExampleWorkspace(made: ExampleMade): Promise<void> {
  await prisma.setting.upsert({ where: { key: KEY }, update: { value: made }, create: { key: KEY, value: made } })
}
