import { parentPort, workerData } from 'node:worker_threads'
import type { TestIndex } from '@/lib/core/contamination/test-index'
import { openTokenizer, type TokenizerSource } from '@/lib/core/tokens/named-tokenizer'
import { WordTokenizer } from '@/lib/core/tokens/words'
import { readShard } from './read-shard'
import type { ShardTask } from './shard-plan'

/** What a thread is started with. The index lies in shared memory. */
export type ScanWorkerData = { index: TestIndex; identity: string; tokenizer: TokenizerSource }

// The pool is the only one to start this file, and sends what the types say.
const { index, identity, tokenizer: source }: ScanWorkerData = workerData
const opened = await openTokenizer(source)
if (!opened.ok) throw new Error(opened.reason)
if (opened.value instanceof WordTokenizer) opened.value.seal()

parentPort?.on('message', async (task: ShardTask) => {
  try {
    parentPort?.postMessage({ ok: true, value: await readShard(task, index, opened.value, identity) })
  } catch (error) {
    parentPort?.postMessage({ ok: false, reason: error instanceof Error ? error.message : String(error) })
  }
})
