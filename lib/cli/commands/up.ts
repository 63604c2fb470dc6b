import { randomBytes } from 'node:crypto'
import type { Command } from 'commander'
import { answer, remark } from '@/lib/cli/answer'
import { ensureExampleWorkspace } from '@/lib/cli/example/workspace'
import { Failure } from '@/lib/cli/failure'
import { freePort, prepareHome } from '@/lib/cli/postgres/record'
import { stopSignal } from '@/lib/cli/stop'
import { portTaken } from '@/lib/cli/up/port-holder'
import { announceStop, claimHome, type Running, releaseHome, untilAnswering } from '@/lib/cli/up/running'
import { serve } from '@/lib/cli/up/serve'
import { exampleAccounts, welcome } from '@/lib/cli/up/welcome'
import { assayHome, readEnv } from '@/lib/env'

/** `up`: everything, in the foreground, until it is asked to stop. */
export function register(program: Command): void {
  program
    .command('up')
    .description('start everything and serve until stopped; what `npm start` runs')
    .option('--port <number>', 'the port to listen on (else PORT, else 3000; 0 takes any free one)')
    .option('--host <address>', 'the address to listen on (else HOST, else 127.0.0.1)')
    .option('--example', 'make the example workspace here too (else only in a new store of its own)')
    .option('--no-example', 'make none')
    .action(up)
}

type Options = { port?: string; host?: string; example?: boolean }

async function up(options: Options, command: Command): Promise<void> {
  const stop = stopSignal()
  if (options.port) process.env.PORT = options.port
  if (options.host) process.env.HOST = options.host
  const { HOST: host, PORT: wanted } = readEnv()
  const home = assayHome()
  await prepareHome(home)
  const port = wanted === 0 ? await freePort(0, host) : wanted
  process.env.PORT = String(port)
  const mine: Running = {
    stopping: false,
    pid: process.pid,
    instance: randomBytes(16).toString('hex'),
    local: localAddress(host, port),
    address: '',
  }
  mine.address = readEnv().ASSAY_URL ?? mine.local
  for (let holder = await claimHome(home, mine); holder; holder = await claimHome(home, mine))
    if (await join(home, holder, command)) return
  // Where that fails, another start waits for the end of this process instead.
  stop.addEventListener('abort', () => announceStop(home, mine).catch(() => {}))
  try {
    if (!(await isFree(port, host))) throw new Failure(await portTaken(host, port))
    await serve({ host, port, instance: mine.instance }, stop, async (store) => {
      const accounts = await exampleAccounts(store, options.example)
      if (accounts.length > 0 && options.example !== false) await ensureExampleWorkspace()
      await welcome(command, mine.address, accounts)
    })
  } finally {
    await releaseHome(home, mine)
  }
}

/** Says where the other start serves; false where it ends instead. */
async function join(home: string, holder: Running, command: Command): Promise<boolean> {
  remark(`Assay is up already, or coming up (process ${holder.pid}).`)
  if (!(await untilAnswering(home, holder))) return false
  answer(command, { address: holder.address, started: false }, `Assay runs at ${holder.address}`)
  return true
}

const isFree = (port: number, host: string) =>
  freePort(port, host).then(
    () => true,
    () => false,
  )

/** Where this machine itself reaches the server. */
function localAddress(host: string, port: number): string {
  const everywhere: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  return `http://${everywhere[host] ?? (host.includes(':') ? `[${host}]` : host)}:${port}`
}
