import { Command, CommanderError } from 'commander'
import { answer } from '@/lib/cli/answer'
import { register as registerAlign } from '@/lib/cli/commands/align'
import { register as registerBench } from '@/lib/cli/commands/bench'
import { register as registerDb } from '@/lib/cli/commands/db'
import { register as registerExample } from '@/lib/cli/commands/example'
import { register as registerImport } from '@/lib/cli/commands/import'
import { register as registerReportContamination } from '@/lib/cli/commands/report-contamination'
import { register as registerTrajectory } from '@/lib/cli/commands/trajectory'
import { register as registerUp } from '@/lib/cli/commands/up'
import { register as registerUser } from '@/lib/cli/commands/user'
import { register as registerWorker } from '@/lib/cli/commands/worker'
import { Failure, Misuse, reasonOf } from '@/lib/cli/failure'

/** Every command: one file each in lib/cli/commands. */
const commands = [
  registerBench,
  registerUp,
  registerWorker,
  registerDb,
  registerUser,
  registerImport,
  registerExample,
  registerTrajectory,
  registerAlign,
  registerReportContamination,
]

// Standard output belongs to the answer; whatever a library prints is a remark.
console.log = console.error
console.info = console.error
console.debug = console.error

// The process that started this one was killed: stop as if it had asked for it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()

const program = new Command('assay')
  .description('A workbench for reviewing and curating trajectories of language-model agents.')
  .option('--json', 'answer with one JSON object on standard output')
  .showHelpAfterError('(--help shows what there is)')
  .exitOverride()
for (const register of commands) register(program)

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = explain(error)
}

/** Says what went wrong and returns the exit code: 2 where the command was not understood, 1 for everything else. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const sentence = error instanceof Error && !(error instanceof Failure) && error.stack ? error.stack : reasonOf(error)
  process.stderr.write(`${sentence}\n`)
  if (program.opts().json) answer(program, { error: reasonOf(error) }, '')
  return error instanceof Misuse ? 2 : 1
}
