import { spawn } from 'node:child_process'

export type Outcome = { code: number | null; output: string }
export type RunOptions = { uid?: number; gid?: number; env?: NodeJS.ProcessEnv; cwd?: string }

/** Runs a program to its end and returns what it printed on both channels. Rejects where it cannot be started. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: output.trim() }))
  })
}
