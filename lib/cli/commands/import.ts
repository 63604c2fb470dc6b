import path from 'node:path'
import { type Command, Option } from 'commander'
import { operatorViewer } from '@/lib/auth/operator'
import { answer } from '@/lib/cli/answer'
import { givenPath } from '@/lib/cli/given-path'
import { followImports } from '@/lib/cli/import/follow'
import { type ImportOutcome, importAnswer, importLine } from '@/lib/cli/import/outcome'
import { stopSignal } from '@/lib/cli/stop'
import { inStore } from '@/lib/cli/store'
import { formats } from '@/lib/core/trajectory/formats/registry'
import { methods } from '@/lib/core/trajectory/types'
import { enqueue } from '@/lib/jobs/queue'

type Options = {
  format?: string
  task?: string
  model?: string
  method?: string
  gold: string[]
  licence?: string
  url?: string
}

/** `import`: files of trajectories into the store, one source each. */
export function register(program: Command): void {
  program
    .command('import')
    .description('import files of trajectories; the same bytes again add nothing')
    .argument('<path...>', 'files; their format is told from what is in them')
    .addOption(
      new Option('--format <format>', 'the format, where it cannot be told').choices(formats.map(({ name }) => name)),
    )
    .option('--task <task>', 'the task that all of it is of')
    .option('--model <model>', 'the model, where the records name none')
    .addOption(new Option('--method <method>', 'how it was made, where the records do not say').choices(methods))
    .option('--gold <file>', 'a file of gold actions that belongs to it; may be given several times', collect, [])
    .option('--licence <licence>', 'under which licence it was published')
    .option('--url <url>', 'where it was published')
    .action(importFiles)
}

async function importFiles(paths: string[], options: Options, command: Command): Promise<void> {
  const stop = stopSignal()
  await inStore(async () => {
    const viewer = operatorViewer()
    const queued: { path: string; id: string }[] = []
    for (const typed of paths) {
      const job = await enqueue(viewer, 'import', inputOf(typed, options))
      if (!job.ok) throw new Error(`The import of ${typed} was not accepted: ${job.reason}.`)
      queued.push({ path: typed, id: job.value.id })
    }
    const outcomes = await followImports(viewer, queued, stop)
    answer(command, importAnswer(outcomes), outcomes.map(importLine).join('\n'))
    if (!outcomes.every(cameIn)) process.exitCode = 1
  })
}

const collect = (file: string, before: string[]) => [...before, file]

/** Nothing of a file came in, and it was not there before: whoever runs this in a script should stop. */
const cameIn = (outcome: ImportOutcome): boolean =>
  'error' in outcome ? false : outcome.imported + outcome.duplicates > 0

function inputOf(typed: string, { gold, url, ...options }: Options) {
  return {
    path: givenPath(typed),
    name: path.basename(typed),
    origin: 'command',
    ...options,
    ...(url === undefined ? {} : { originUrl: url }),
    gold: gold.map((file) => ({ path: givenPath(file), name: path.basename(file) })),
  }
}
