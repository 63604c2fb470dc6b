import { appendFile, readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { jobKind } from '@/lib/jobs/kind'

/** A job that writes a line to a file at the end of each of its steps, so that a test can see how often each ran. */
export const countingKind = jobKind({
  name: 'counting',
  title: 'Count',
  right: 'job.manage',
  unit: 'records',
  place: 'any host',
  input: z.object({ steps: z.int(), pauseMs: z.int(), file: z.string() }),
  titleOf: ({ steps }) => `Count to ${steps}`,
  run: async ({ steps, pauseMs, file }, job) => {
    for (let index = 1; index <= steps; index++) {
      await job.step(`count ${index}`, async () => {
        await setTimeout(pauseMs)
        await appendFile(file, `${index} ${process.pid}\n`)
      })
      await job.progress({ done: index, total: steps })
    }
    return { counted: steps }
  },
})

export type Counted = { step: number; pid: number }

/** What was counted so far, by whom, in order. */
export async function readCounted(file: string): Promise<Counted[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [step, pid] = line.split(' ').map(Number)
      return { step: step ?? Number.NaN, pid: pid ?? Number.NaN }
    })
}
