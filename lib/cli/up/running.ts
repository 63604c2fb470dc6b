import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { codeOf } from '@/lib/cli/failure'
import { isAlive } from '@/lib/cli/lock'
import { run } from '@/lib/cli/run'

/** What ASSAY_HOME/running.json says about the `up` that serves this home. */
const running = z.object({
  pid: z.int(),
  instance: z.string(),
  /** Where this machine reaches it. */
  local: z.string(),
  /** What people type. */
  address: z.string(),
  /** It was asked to stop and is at it. */
  stopping: z.boolean().default(false),
})
export type Running = z.infer<typeof running>

const health = z.object({ instance: z.string() })
const HEALTH_TIMEOUT_MS = 3_000
const POLL_MS = 250

const fileOf = (home: string) => path.join(home, 'running.json')

async function readRunning(home: string): Promise<Running | null> {
  const text = await readFile(fileOf(home), 'utf8').catch(() => '')
  const parsed = running.safeParse(parseOr(text, null))
  return parsed.success ? parsed.data : null
}

function parseOr(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return otherwise
  }
}

/** Whether the web server at that address belongs to that start. */
async function answers({ local, instance }: Running): Promise<boolean> {
  try {
    const response = await fetch(`${local}/api/health`, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) })
    return health.parse(await response.json()).instance === instance
  } catch {
    return false
  }
}

/** Whether the process is still an `up`: after a crash of the machine its number may be another program's. */
async function isUp(pid: number): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return false
  const { code, output } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ code: null, output: '' }))
  const command = code === null ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'main.ts') : output
  return command.includes('main.ts')
}

/** Takes the home for this process, or returns who has it. A dead holder's claim is taken over. */
export async function claimHome(home: string, mine: Running): Promise<Running | null> {
  for (;;) {
    try {
      await writeFile(fileOf(home), JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      return null
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = await readRunning(home)
    const alive = holder !== null && (await isUp(holder.pid))
    if (alive && !holder.stopping) return holder
    if (alive) {
      await sleep(POLL_MS)
      continue
    }
    // Its web server may need a moment more to notice that it is alone.
    if (holder) await untilGone(holder)
    await rm(fileOf(home), { force: true })
  }
}

async function untilGone(holder: Running): Promise<void> {
  for (let waited = 0; waited < 10_000 && (await answers(holder)); waited += POLL_MS) await sleep(POLL_MS)
}

/** Lets another start know that it will have to wait for this one to end. */
export async function announceStop(home: string, mine: Running): Promise<void> {
  const draft = `${fileOf(home)}.${process.pid}`
  await writeFile(draft, JSON.stringify({ ...mine, stopping: true }), { mode: 0o600 })
  await rename(draft, fileOf(home))
}

export async function releaseHome(home: string, mine: Running): Promise<void> {
  const holder = await readRunning(home)
  if (holder?.instance === mine.instance) await rm(fileOf(home), { force: true })
}

/** Waits for the other start to answer; false when it ended instead. */
export async function untilAnswering(home: string, holder: Running): Promise<boolean> {
  while (await isUp(holder.pid)) {
    if ((await readRunning(home))?.stopping) return false
    if (await answers(holder)) return true
    await sleep(POLL_MS)
  }
  return false
}
