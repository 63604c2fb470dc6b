import { stat } from 'node:fs/promises'
import path from 'node:path'
import { operatorViewer } from '@/lib/auth/operator'
import { phase, remark } from '@/lib/cli/answer'
import { dump, load } from '@/lib/cli/bench/bare-copy'
import { benchPlace, run, runScript } from '@/lib/cli/bench/place'
import { endOfJob } from '@/lib/cli/follow-job'
import { importResult } from '@/lib/cli/import/outcome'
import { closeEngineClient } from '@/lib/jobs/engine'
import { enqueue, followUpId } from '@/lib/jobs/queue'
import { startWorker } from '@/lib/jobs/worker'

export type ImportFigures = {
  trajectories: number
  steps: number
  fileBytes: number
  import: { seconds: number; perSecond: number }
  copy: { seconds: number; perSecond: number }
  /** Of the speed of COPY, 0 to 1 and above. */
  share: number
  peakMemoryBytes: number
  search: { seconds: number; copySeconds: number; share: number }
}

/**
 * Imports generated trajectories from a file through the real job, then COPYs the very rows it made into the same
 * tables of another database of the same server, in the same run, so that the ratio holds on any machine.
 */
export async function benchImport(trajectories: number): Promise<ImportFigures> {
  const place = await benchPlace()
  try {
    const file = path.join(place.home, 'generated.jsonl')
    await phase(`generate ${trajectories} trajectories`, () =>
      runScript('write-sample.ts', [file, String(trajectories)]),
    )
    const url = await place.database('bench_import')
    process.env.DATABASE_URL = url
    const imported = await importThrough(file, url)
    await phase('write the finished rows out', () => dump(url, place.home))
    const bare = await place.database('bench_copy')
    const copySeconds = await phase('COPY the same rows into the same tables', () => load(bare, place.home))
    const searchCopy = await phase('COPY the search chunks and build their indexes', () =>
      copySearch(url, bare, place.home),
    )
    const { size } = await stat(file)
    return {
      ...imported.counts,
      fileBytes: size,
      import: { seconds: imported.seconds, perSecond: imported.counts.trajectories / imported.seconds },
      copy: { seconds: copySeconds, perSecond: imported.counts.trajectories / copySeconds },
      share: copySeconds / imported.seconds,
      peakMemoryBytes: imported.peakMemoryBytes,
      search: { seconds: imported.searchSeconds, copySeconds: searchCopy, share: searchCopy / imported.searchSeconds },
    }
  } finally {
    await closeEngineClient()
    await place.leave()
  }
}

export async function importThrough(file: string, url: string) {
  const viewer = operatorViewer()
  const never = new AbortController().signal
  const worker = await startWorker()
  try {
    await run(url, 'CHECKPOINT')
    const started = performance.now()
    const queued = await enqueue(viewer, 'import', { path: file, name: path.basename(file), origin: 'command' })
    if (!queued.ok) throw new Error(`the import was not accepted: ${queued.reason}`)
    const { id } = queued.value
    const job = await endOfJob(viewer, { label: 'import', id }, never)
    const seconds = (performance.now() - started) / 1000
    const peakMemoryBytes = process.resourceUsage().maxRSS * 1024
    remark(`import: done (${seconds.toFixed(1)} s)`)
    const counts = importResult.parse(job?.result)
    const searched = await endOfJob(viewer, { label: 'search', id: followUpId(id, 'search') }, never)
    if (!searched?.startedAt || !searched.finishedAt) throw new Error('the search job did not end')
    const searchSeconds = (searched.finishedAt.getTime() - searched.startedAt.getTime()) / 1000
    remark(`search chunks: done (${searchSeconds.toFixed(1)} s)`)
    return {
      seconds,
      peakMemoryBytes,
      searchSeconds,
      counts: { trajectories: counts.trajectories, steps: counts.actions },
    }
  } finally {
    await worker.stop()
  }
}

async function copySearch(url: string, bare: string, folder: string): Promise<number> {
  await dump(url, folder, ['search_chunk'])
  await run(bare, 'SELECT drop_search_indexes()')
  const seconds = await load(bare, folder, ['search_chunk'])
  const started = performance.now()
  await run(bare, 'SELECT build_search_indexes()')
  return seconds + (performance.now() - started) / 1000
}
