import { operatorViewer } from '@/lib/auth/operator'
import type { ExampleFile } from '@/lib/cli/example/files'
import { followImports } from '@/lib/cli/import/follow'
import type { ImportOutcome } from '@/lib/cli/import/outcome'
import { enqueue } from '@/lib/jobs/queue'

/** Queues the import of example files, as sources that say that they are an example. */
export async function queueExample(files: readonly ExampleFile[]): Promise<{ path: string; id: string }[]> {
  const queued: { path: string; id: string }[] = []
  for (const { name, path } of files) {
    const input = { path, name, origin: 'example', format: 'assay', licence: 'Apache-2.0' }
    const job = await enqueue(operatorViewer(), 'import', input)
    if (!job.ok) throw new Error(`The import of ${name} was not accepted: ${job.reason}.`)
    queued.push({ path, id: job.value.id })
  }
  return queued
}

/** The same, and waits for them to end. */
export async function importExample(files: readonly ExampleFile[], stop: AbortSignal): Promise<ImportOutcome[]> {
  return followImports(operatorViewer(), await queueExample(files), stop)
}
