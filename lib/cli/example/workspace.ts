import path from 'node:path'
import { phase, remark } from '@/lib/cli/answer'
import { openExampleDatabases } from '@/lib/cli/example/databases'
import { type ExampleFile, type ExampleSize, writeExample } from '@/lib/cli/example/files'
import { queueExample } from '@/lib/cli/example/import'
import { hadExampleWorkspace, noteExampleWorkspace } from '@/lib/data/example-workspace'
import { assayHome } from '@/lib/env'
import { closeEngineClient } from '@/lib/jobs/engine'

/** Small enough to be there in seconds, large enough that every kind of run and defect is in it. */
export const defaultSize: ExampleSize = { seed: 'assay', trajectories: 600, chat: 240, code: 160 }

/** Where the files of an example of this size are kept. */
export function exampleFolder({ seed, trajectories }: ExampleSize): string {
  return path.join(assayHome(), 'example', `${seed.replace(/[^\w-]/g, '_')}-${trajectories}`)
}

/** Writes an example's files; `missing` says why no database is asked in it, where that is so. */
export async function makeExample(
  folder: string,
  size: ExampleSize,
): Promise<{ files: ExampleFile[]; missing: string | null }> {
  const databases = await openExampleDatabases()
  if (databases.missing) remark(`No databases are asked in this example. ${databases.missing}`)
  try {
    const tell = (written: number) => remark(`${written} of ${size.trajectories} trajectories written`)
    return { files: await writeExample(folder, size, databases.execute, tell), missing: databases.missing }
  } finally {
    await databases.close()
  }
}

/**
 * Makes the example workspace, once in the life of a store: writes its files and queues their import. One that was
 * interrupted is made again by the next start; files that came in before add nothing.
 */
export async function ensureExampleWorkspace(size = defaultSize): Promise<void> {
  if (await hadExampleWorkspace()) return
  const make = async () => {
    const { files } = await makeExample(exampleFolder(size), size)
    await queueExample(files)
    // `up` lives on for days and queues nothing else.
    await closeEngineClient()
    await noteExampleWorkspace({
      seed: size.seed,
      trajectories: size.trajectories,
      files: files.map(({ name }) => name),
    })
    return files
  }
  await phase('example', make, (files) => `${size.trajectories} trajectories in ${files.length} files, being imported`)
}
