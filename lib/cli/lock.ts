import { readFileSync } from 'node:fs'
import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, Failure } from '@/lib/cli/failure'

const STALE_AFTER_MS = 180_000
const POLL_MS = 50

/** Whether a process of that id runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Whether it has ended and only waits for its parent to notice, which in a container without an init may be never. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    // The state follows the command's name, which stands in brackets and may hold anything.
    return readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.startsWith('Z') ?? false
  } catch {
    return false
  }
}

/** Runs `work` while this process alone holds the lock file. A dead holder's lock, or a forgotten one, is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + STALE_AFTER_MS
  while (!(await take(file))) {
    if (Date.now() > deadline)
      throw new Failure(`${file} has been held for too long: remove it if nothing else is starting.`)
    await sleep(POLL_MS)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
  const holder = Number(await readFile(file, 'utf8').catch(() => ''))
  const age = Date.now() - ((await stat(file).catch(() => null))?.mtimeMs ?? Date.now())
  // An empty file is a lock in the moment of being written.
  const dead = holder > 0 ? !isAlive(holder) : age > 1000
  if (dead || age > STALE_AFTER_MS) await rm(file, { force: true })
  return false
}
