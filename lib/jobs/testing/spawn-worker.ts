import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type WorkerProcess = { pid: number; kill: () => Promise<void>; stop: () => Promise<void> }

/** Starts a worker process and waits until it is ready. */
export async function spawnWorker(
  release: 'this' | 'next' = 'this',
  kinds: 'counting' | 'import' = 'counting',
): Promise<WorkerProcess> {
  const script = path.join(import.meta.dirname, 'worker-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', script, release, kinds], {
    env: { ...process.env, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await ready(child)
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
  return { pid: child.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') }
}

async function ready(child: ChildProcess): Promise<void> {
  const stdout = child.stdout
  if (!stdout) throw new Error('the worker has no standard output')
  const said = once(stdout, 'data').then(([line]) => {
    if (!String(line).startsWith('ready')) throw new Error(`the worker said ${line}`)
  })
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`the worker ended with ${code} before it was ready`)
  })
  await Promise.race([said, died])
}
