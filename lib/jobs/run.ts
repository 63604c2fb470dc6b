import 'server-only'
import { DBOS, Error as EngineError } from '@dbos-inc/dbos-sdk'
import { failJob, finishJob, startJob } from '@/lib/data/jobs'
import { log } from '@/lib/log'
import { ENGINE } from './engine'
import { type JobKind, JobProblem, type RunningJob } from './kind'
import { followUpId, submit } from './queue'
import { progressReporter } from './report-progress'
import { retryable } from './retryable'

/** A job that has killed its worker this often without any progress is given up. */
const MAX_STARTS = 10

const STEP_RETRIES = {
  retriesAllowed: true,
  intervalSeconds: 0.5,
  backoffRate: 2,
  maxAttempts: 8,
  shouldRetry: retryable,
}

let kindsByName: ReadonlyMap<string, JobKind> = new Map()
let stopping = false
const running = new Set<Promise<unknown>>()

/** Which kinds this process can run. */
export function provide(kinds: readonly JobKind[]): void {
  kindsByName = new Map(kinds.map((kind) => [kind.name, kind]))
  stopping = false
}

/** From now on no step begins; resolves when those that run have ended and were recorded, or after `waitMs`. */
export async function holdSteps(waitMs: number): Promise<void> {
  stopping = true
  const ended = Promise.allSettled([...running])
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, waitMs).unref())])
}

/** Registers the one workflow that runs every job. Once in a process, before the engine starts. */
export const registerJobWorkflow = once(() =>
  DBOS.registerWorkflow(runJob, { name: ENGINE.workflow, maxRecoveryAttempts: 1_000_000 }),
)

async function runJob(id: string): Promise<void> {
  const job = await startJob(id)
  if (!job) return
  try {
    const kind = kindsByName.get(job.kind)
    if (!kind) throw new JobProblem(`This version of Assay knows no job of the kind "${job.kind}".`)
    if (job.starts > MAX_STARTS)
      throw new JobProblem(`The worker died ${MAX_STARTS} times in this job without any progress, so it was given up.`)
    const result = await kind.run(job.input, runningJob(id, job.personId, job.done))
    await step('finish', () => finishJob(id, result))
  } catch (error) {
    // Cancelled, or taken over by another worker: whoever did that has said so already.
    if (error instanceof EngineError.DBOSWorkflowCancelledError) throw error
    if (error instanceof EngineError.DBOSWorkflowConflictError) throw error
    if (!(error instanceof JobProblem)) log.error({ err: error, job: id }, 'a job failed')
    await step('fail', () => failJob(id, sentenceOf(error)))
    throw error
  }
}

function runningJob(id: string, personId: string, done: number): RunningJob {
  return {
    id,
    personId,
    step,
    progress: progressReporter(id, done),
    follow: async (kind, input) => {
      const accepted = kind.accept(input)
      if (!accepted.ok) throw new Error(`a follow-up of the kind ${kind.name} does not accept its input`)
      const job = { id: followUpId(id, kind.name), title: accepted.value.title, input, personId }
      await step(`follow ${kind.name}`, () => submit(kind, job))
    },
  }
}

function step<T>(name: string, work: (cancelled: AbortSignal) => Promise<T>): Promise<T> {
  // A step that never begins leaves its workflow pending: exactly as a crash would, and as cleanly resumed.
  if (stopping) return new Promise<never>(() => {})
  const run = DBOS.runStep(() => work(DBOS.stepStatus?.cancelSignal ?? new AbortController().signal), {
    name,
    ...STEP_RETRIES,
  })
  running.add(run)
  const settled = () => running.delete(run)
  run.then(settled, settled)
  return run
}

/** What a person reads: the sentence of a problem, or that it is our defect, with enough to find it in the log. */
function sentenceOf(error: unknown): string {
  if (error instanceof EngineError.DBOSMaxStepRetriesError) return sentenceOf(error.errors.at(-1))
  if (error instanceof JobProblem) return error.message
  const said = error instanceof Error ? error.message : String(error)
  const line = said.split('\n').findLast((each) => each.trim() !== '')
  return `It broke off for a reason that was not foreseen (${line?.trim() ?? 'no message'}). The worker's log has the details; what was done so far is kept, and a retry goes on from there.`
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
