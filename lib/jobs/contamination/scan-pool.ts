import { Worker } from 'node:worker_threads'
import type { Shard, ShardEffort } from '@/lib/core/contamination/shard'
import type { ScanWorkerData } from './scan-worker'
import type { ShardTask } from './shard-plan'

type Read = { shard: Shard; effort: ShardEffort }
type Reply = { ok: true; value: Read } | { ok: false; reason: string }

/**
 * Reads shards in worker threads, each thread one at a time.
 *
 * @param onShard  called as shards are done, in no order
 * @throws Error naming the file where a shard can't be read
 */
export async function scanShards(
  tasks: readonly ShardTask[],
  threads: number,
  data: ScanWorkerData,
  onShard: (read: Read) => void = () => {},
): Promise<Read[]> {
  const waiting = [...tasks].reverse()
  const done: Read[] = []
  const count = Math.max(1, Math.min(threads, tasks.length))
  await Promise.all(
    Array.from({ length: count }, () =>
      drain(data, waiting, (read) => {
        done.push(read)
        onShard(read)
      }),
    ),
  )
  return done
}

/** One thread, until nothing waits. */
function drain(data: ScanWorkerData, waiting: ShardTask[], take: (read: Read) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scan-worker.mjs', import.meta.url), { workerData: data, execArgv: [] })
    let task: ShardTask | undefined
    const next = () => {
      task = waiting.pop()
      if (task) worker.postMessage(task)
      else worker.terminate().then(() => resolve(), reject)
    }
    worker.on('message', (reply: Reply) => {
      if (reply.ok) {
        take(reply.value)
        next()
      } else {
        waiting.length = 0
        worker.terminate().then(() => reject(new Error(`${task?.file.path}: ${reply.reason}`)), reject)
      }
    })
    worker.on('error', reject)
    next()
  })
}
