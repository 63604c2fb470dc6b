import { type Command, Option } from 'commander'
import { operatorViewer } from '@/lib/auth/operator'
import { alignSource, alignStale, countLines } from '@/lib/cli/align/source'
import { alignedLines, alignOne } from '@/lib/cli/align/trajectory'
import { answer } from '@/lib/cli/answer'
import { Misuse } from '@/lib/cli/failure'
import { stopSignal } from '@/lib/cli/stop'
import { inStore } from '@/lib/cli/store'
import { defaultMode, type Mode, modes } from '@/lib/core/gold/modes'

type Options = { trajectory?: string; source?: string; mode: Mode }

/** `align`: trajectories beside their gold actions. */
export function register(program: Command): void {
  program
    .command('align')
    .description('align trajectories to their gold actions; without options, those whose gold is newer than they are')
    .option('--trajectory <id>', 'one trajectory, row by row')
    .option('--source <source>', 'every trajectory of a source, by its file name or id, as counts')
    .addOption(
      new Option('--mode <mode>', 'how strictly precision and recall are taken').choices(modes).default(defaultMode),
    )
    .action(align)
}

async function align({ trajectory, source, mode }: Options, command: Command): Promise<void> {
  if (trajectory !== undefined && source !== undefined)
    throw new Misuse('--trajectory and --source exclude each other.')
  const stop = stopSignal()
  await inStore(async () => {
    if (trajectory !== undefined) {
      const aligned = await alignOne(trajectory, mode)
      answer(command, aligned, alignedLines(aligned))
    } else if (source !== undefined) {
      const counts = await alignSource(operatorViewer(), source, mode, stop)
      answer(command, counts, countLines(counts))
    } else {
      const aligned = await alignStale(operatorViewer(), stop)
      answer(command, { aligned }, `${aligned} ${aligned === 1 ? 'trajectory' : 'trajectories'} aligned.`)
    }
  })
}
