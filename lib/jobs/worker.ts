import 'server-only'
import { DBOS } from '@dbos-inc/dbos-sdk'
import { v7 } from 'uuid'
import { pool } from '@/lib/data/client'
import { beat, forgetWorker } from '@/lib/data/workers'
import { log } from '@/lib/log'
import { ENGINE, engineClient, engineUrl } from './engine'
import { engineLogger } from './engine-logger'
import { hostName, hostQueue, SHARED_QUEUE } from './host'
import type { JobKind } from './kind'
import { recoverAbandoned } from './recover'
import { jobKinds } from './registry'
import { holdSteps, provide, registerJobWorkflow } from './run'

const BEAT_EVERY_MS = 3_000
const SWEEP_EVERY_MS = 5_000
const STOP_WAIT_MS = 15_000
const JOBS_AT_ONCE = 2
const POLL_MS = 300

export type RunningWorker = { id: string; stop: () => Promise<void> }

/**
 * Makes this process a worker: it takes jobs from this host's queue and from the shared one, says every three seconds
 * that it lives, and takes over the jobs of workers that fell silent. `stop` lets the steps that run come to their end
 * and puts their jobs back into the queue.
 */
export async function startWorker(kinds: readonly JobKind[] = Object.values(jobKinds)): Promise<RunningWorker> {
  const id = v7()
  const host = await hostName()
  const queues = [await hostQueue(), SHARED_QUEUE]
  await registerQueues(queues)
  await beat({ id, host, pid: process.pid })
  provide(kinds)
  registerJobWorkflow()
  await launch(id, queues)
  const beating = every(BEAT_EVERY_MS, () => beat({ id, host, pid: process.pid }))
  const sweeping = every(SWEEP_EVERY_MS, sweep)
  await sweep()
  log.debug({ worker: id, host }, 'the worker is ready')
  return {
    id,
    stop: async () => {
      sweeping.stop()
      await holdSteps(STOP_WAIT_MS)
      await DBOS.shutdown()
      beating.stop()
      await forgetWorker(id)
      // What this worker left pending is nobody's now: it goes back to the queue at once, for whoever comes next.
      await recoverAbandoned()
    },
  }
}

async function registerQueues(names: string[]): Promise<void> {
  const client = await engineClient()
  const options = { workerConcurrency: JOBS_AT_ONCE, minPollingIntervalMs: POLL_MS, applicationName: ENGINE.name }
  for (const name of names) await client.registerQueue(name, options)
}

async function launch(executorID: string, listenQueues: string[]): Promise<void> {
  DBOS.setConfig({
    name: ENGINE.name,
    systemDatabaseUrl: engineUrl(),
    systemDatabaseSchemaName: ENGINE.schema,
    systemDatabasePool: pool(),
    runMigrations: false,
    applicationVersion: ENGINE.version,
    executorID,
    listenQueues,
    logger: engineLogger,
  })
  await DBOS.launch()
}

async function sweep(): Promise<void> {
  const resumed = await recoverAbandoned()
  for (const job of resumed) log.warn({ job }, 'taken over from a worker that fell silent')
}

/** Calls `work` again and again, never twice at once; trouble is logged and the next turn tries anew. */
function every(ms: number, work: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const wait = () => {
    if (!stopped) timer = setTimeout(turn, ms)
  }
  const turn = () => {
    work()
      .catch((error: unknown) => log.error({ err: error }, 'the worker could not reach the store'))
      .finally(wait)
  }
  wait()
  return {
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
