import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { run } from '@/lib/cli/run'

const program = path.resolve(import.meta.dirname, '../assay.mjs')

/** A command as a person starts it, under way. */
export type Assay = {
  process: ChildProcess
  /** The first line of its answer. */
  answered: Promise<unknown>
  /** Its exit code and everything it said on standard error. */
  ended: Promise<{ code: number | null; said: string }>
}

/** Starts `assay ARGS --json` in a home of its own, with nothing of this process's settings but those given. */
export function assay(home: string, args: string[], settings: Record<string, string> = {}): Assay {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, ASSAY_HOME: home, HOST: '127.0.0.1', ...settings }
  const child = spawn(process.execPath, [program, ...args, '--json'], { env: { ...env, NODE_ENV: 'production' } })
  let out = ''
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const answered = new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (out.includes('\n')) resolve(JSON.parse(out))
    })
    child.on('close', () => reject(new Error(`It ended without an answer: ${said}`)))
  })
  answered.catch(() => {})
  const ended = once(child, 'close').then(([code]) => ({ code, said }))
  return { process: child, answered, ended }
}

/** The processes that this one started, and theirs: their ids by what they run. */
export async function descendants(pid: number): Promise<{ pid: number; command: string }[]> {
  const { output } = await run('ps', ['-A', '-o', 'pid=,ppid=,args='])
  const all = output.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
  const found: { pid: number; command: string }[] = []
  const visit = (parent: number) => {
    for (const match of all) {
      if (Number(match?.[2]) !== parent) continue
      found.push({ pid: Number(match?.[1]), command: match?.[3] ?? '' })
      visit(Number(match?.[1]))
    }
  }
  visit(pid)
  return found
}
