import type { Command } from 'commander'
import { answer } from '@/lib/cli/answer'
import { aborted, stopSignal } from '@/lib/cli/stop'
import { inStore } from '@/lib/cli/store'

/** `worker`: one more process that takes jobs. */
export function register(program: Command): void {
  program
    .command('worker')
    .description('take jobs until stopped; any number of workers may share one database')
    .action(work)
}

async function work(_: unknown, command: Command): Promise<void> {
  const stop = stopSignal()
  await inStore(async () => {
    const { startWorker } = await import('@/lib/jobs/worker')
    const worker = await startWorker()
    answer(command, { worker: worker.id }, '')
    process.send?.('ready')
    await aborted(stop)
    await worker.stop()
  })
}
