import type { Command } from 'commander'
import { answer } from '@/lib/cli/answer'
import type { ExampleFile, ExampleSize } from '@/lib/cli/example/files'
import { importExample } from '@/lib/cli/example/import'
import { defaultSize, exampleFolder, makeExample } from '@/lib/cli/example/workspace'
import { Misuse } from '@/lib/cli/failure'
import { givenPath } from '@/lib/cli/given-path'
import { importAnswer, importLine } from '@/lib/cli/import/outcome'
import { stopSignal } from '@/lib/cli/stop'
import { inStore } from '@/lib/cli/store'

type Options = { trajectories: string; chat: string; code: string; seed: string; out?: string }

/** `example`: a workspace to try, made by simulated environments and imported like any other. */
export function register(program: Command): void {
  program
    .command('example')
    .description('make an example workspace: simulated agents in simulated environments, with known gold and defects')
    .option('--trajectories <n>', 'how many trajectories', String(defaultSize.trajectories))
    .option('--chat <n>', 'how many chat samples, at most 1000', String(defaultSize.chat))
    .option('--code <n>', 'how many code samples, at most 1000', String(defaultSize.code))
    .option('--seed <seed>', 'what everything depends on: the same seed makes the same files', defaultSize.seed)
    .option('--out <folder>', 'write the files there and import nothing')
    .action(example)
}

async function example(options: Options, command: Command): Promise<void> {
  const size: ExampleSize = {
    seed: options.seed,
    trajectories: count('--trajectories', options.trajectories, 10_000_000),
    chat: count('--chat', options.chat, 1000),
    code: count('--code', options.code, 1000),
  }
  const stop = stopSignal()
  await inStore(async () => {
    const folder = options.out === undefined ? exampleFolder(size) : givenPath(options.out)
    const start = performance.now()
    const { files, missing } = await makeExample(folder, size)
    const made = { seed: size.seed, files, missing, seconds: Math.round(performance.now() - start) / 1000 }
    if (options.out !== undefined) return answer(command, made, files.map(fileLine).join('\n'))
    const outcomes = await importExample(files, stop)
    answer(command, { ...made, ...importAnswer(outcomes) }, outcomes.map(importLine).join('\n'))
    if (outcomes.some((outcome) => 'error' in outcome)) process.exitCode = 1
  })
}

const fileLine = ({ path, records }: ExampleFile) => `${path}: ${records} records`

function count(option: string, text: string, most: number): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isInteger(number) || number < 0 || number > most)
    throw new Misuse(`${option} takes a whole number from 0 to ${most}, got ${text}.`)
  return number
}
