import type { z } from 'zod'
import type { Act } from '@/lib/auth/permissions'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { fail, ok, type Result } from '@/lib/result'

/** Why a job ended that could not be done: the sentence a person reads, and no defect of ours. */
export class JobProblem extends Error {
  override name = 'JobProblem'
}

export type Progress = { done: number; total?: number | null; message?: string | null }

/** What a running job may ask of the worker that runs it. */
export type RunningJob = {
  readonly id: string
  readonly personId: string
  /**
   * Runs `work` and keeps its outcome: after a crash a step that was recorded is not run again. One that was
   * interrupted is, so whatever it writes must be idempotent. The signal fires when somebody cancels the job.
   */
  step<T>(name: string, work: (cancelled: AbortSignal) => Promise<T>): Promise<T>
  /** Says how far it is. Written at most twice a second. */
  progress(progress: Progress): Promise<void>
  /** Starts another job once, however often this line is run. */
  follow(kind: JobKind, input: JsonObject): Promise<void>
}

type Definition<Schema extends z.ZodType> = {
  name: string
  /** What the jobs page calls this kind of work. */
  title: string
  /** Who may start one. */
  right: Act
  /** What `done` and `total` count. */
  unit: 'bytes' | 'records' | 'trajectories'
  /** A job that reads a file of this host runs here; the others run wherever a worker is free. */
  place: 'this host' | 'any host'
  input: Schema
  /** The row's title, for this input. */
  titleOf: (input: z.output<Schema>) => string
  run: (input: z.output<Schema>, job: RunningJob) => Promise<JsonObject>
}

/** A kind of work longer than a second, its input checked at both ends of the queue. */
export type JobKind = Omit<Definition<z.ZodType>, 'input' | 'titleOf' | 'run'> & {
  accept: (input: unknown) => Result<{ title: string }, 'invalid'>
  run: (input: unknown, job: RunningJob) => Promise<JsonObject>
}

/** Closes a definition over the type of its input, so that kinds of every input can stand in one registry. */
export function jobKind<Schema extends z.ZodType>({ input, titleOf, run, ...rest }: Definition<Schema>): JobKind {
  return {
    ...rest,
    accept: (given) => {
      const parsed = input.safeParse(given)
      return parsed.success ? ok({ title: titleOf(parsed.data) }) : fail('invalid')
    },
    run: (given, job) => run(input.parse(given), job),
  }
}
