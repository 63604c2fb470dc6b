import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { remark } from '@/lib/cli/answer'
import { Failure } from '@/lib/cli/failure'

export type Service = {
  name: string
  args: string[]
  /** Asked at every start, so that a restarted child finds a database that moved. */
  environment: () => NodeJS.ProcessEnv
  /** What an exit code means, where that is known: it is told instead of restarting. */
  explain?: (code: number) => Promise<Failure | null>
}

export type Supervised = {
  /** Resolves when the child said that it is ready, rejects when it cannot become so. */
  ready: Promise<void>
  pid: () => number | undefined
  restart: () => void
  stop: () => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
const SETTLED_AFTER_MS = 60_000
const ATTEMPTS_TO_BECOME_READY = 3
const KILL_AFTER_MS = 25_000

/** Starts a child process, and starts it again whenever it ends without having been asked to. */
export function supervise(service: Service): Supervised {
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let stopping = false
  let failures = 0
  let wasReady = false
  let becomeReady = () => {}
  let giveUp = (_: Failure) => {}
  const ready = new Promise<void>((resolve, reject) => {
    becomeReady = resolve
    giveUp = reject
  })
  // Whoever supervises awaits it later; until then it must not count as unhandled.
  ready.catch(() => {})

  const start = () => {
    const startedAt = Date.now()
    child = launch(service)
    child.on('message', (message) => {
      if (message !== 'ready') return
      wasReady = true
      becomeReady()
    })
    child.on('close', async (code, signal) => {
      if (stopping) return
      if (Date.now() - startedAt > SETTLED_AFTER_MS) failures = 0
      failures += 1
      const known = code === null ? null : await service.explain?.(code)
      if (!wasReady && (known || failures === ATTEMPTS_TO_BECOME_READY))
        return giveUp(known ?? new Failure(`${service.name} could not be started: it ended with ${signal ?? code}.`))
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
      remark(`${service.name} ended with ${signal ?? code}; it starts again in ${pauseMs / 1000} s`)
      timer = setTimeout(start, pauseMs)
    })
  }
  start()

  return {
    ready,
    pid: () => child?.pid,
    restart: () => child?.kill('SIGTERM'),
    stop: async () => {
      stopping = true
      clearTimeout(timer)
      if (child) await end(child)
    },
  }
}

function launch({ name, args, environment }: Service): ChildProcess {
  const child = spawn(process.execPath, args, {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C goes to every process of the terminal's group; these are told by us, in order.
    detached: true,
  })
  for (const stream of [child.stdout, child.stderr]) relay(name, stream)
  return child
}

function relay(name: string, stream: Readable | null): void {
  if (stream) createInterface({ input: stream }).on('line', (line) => remark(`${name} | ${line}`))
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const killer = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS)
    child.on('close', () => {
      clearTimeout(killer)
      resolve()
    })
    child.kill('SIGTERM')
  })
}
