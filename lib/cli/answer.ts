import type { Command } from 'commander'

/**
 * The command's one answer on standard output: JSON where --json asks for it, else the text.
 *
 * @param command  the command whose action runs
 */
export function answer(command: Command, value: object, text: string): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>()
  const said = json ? JSON.stringify(value, plain) : text
  if (said !== '') process.stdout.write(`${said}\n`)
}

// Counts come as bigint from the store and are far below 2^53.
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value
}

/** A remark on how it goes, on standard error. */
export function remark(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Says what begins, does it, and says how long it took. */
export async function phase<T>(name: string, work: () => Promise<T>, outcome?: (result: T) => string): Promise<T> {
  const start = performance.now()
  const result = await work()
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  remark(`${name}: ${outcome ? outcome(result) : 'done'} (${seconds} s)`)
  return result
}
