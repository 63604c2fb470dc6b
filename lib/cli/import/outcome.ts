import { z } from 'zod'

/** What a finished import job keeps as its result. */
export const importResult = z.object({
  sourceId: z.string(),
  format: z.string(),
  records: z.number(),
  imported: z.number(),
  duplicates: z.number(),
  quarantined: z.number(),
  goldLinked: z.number(),
  trajectories: z.number(),
  agentTurns: z.number(),
  actions: z.number(),
  bytes: z.number(),
  seconds: z.number(),
  known: z.boolean(),
  problems: z.array(
    z.object({
      ordinal: z.number(),
      line: z.number().nullable(),
      offset: z.number(),
      reason: z.string(),
      field: z.string().nullable(),
    }),
  ),
})

type ReadFile = { path: string } & z.infer<typeof importResult>
type RefusedFile = { path: string; error: string }

/** A file that was read, whatever came of its records; or one that was not, and why. */
export type ImportOutcome = ReadFile | RefusedFile

const isRefused = (outcome: ImportOutcome): outcome is RefusedFile => 'error' in outcome

const SUMMED = [
  'records',
  'imported',
  'duplicates',
  'quarantined',
  'goldLinked',
  'trajectories',
  'agentTurns',
  'bytes',
  'seconds',
] as const

type Total = Record<(typeof SUMMED)[number], number>

/** The command's answer for other programs. */
export function importAnswer(outcomes: readonly ImportOutcome[]) {
  const sources = outcomes.filter((outcome): outcome is ReadFile => !isRefused(outcome))
  const failed = outcomes.filter(isRefused)
  const total = Object.fromEntries(
    SUMMED.map((name) => [name, sources.reduce((sum, source) => sum + source[name], 0)]),
  ) as Total
  return { sources, total, failed }
}

const number = new Intl.NumberFormat('en')

/** The same for a person: a line a file, and under it the first places that could not be read. */
export function importLine(outcome: ImportOutcome): string {
  if (isRefused(outcome)) return `${outcome.path}: not imported. ${outcome.error}`
  const { path, format, records, known } = outcome
  if (known) return `${path}: already imported; its ${number.format(records)} records were there, nothing was added.`
  const parts = [
    `${number.format(records)} records`,
    `${number.format(outcome.imported)} imported`,
    `${number.format(outcome.duplicates)} duplicates`,
    `${number.format(outcome.quarantined)} quarantined`,
    `${number.format(outcome.trajectories)} trajectories with ${number.format(outcome.agentTurns)} agent turns`,
    `${number.format(outcome.goldLinked)} with gold`,
    `${outcome.seconds.toFixed(1)} s`,
  ]
  return [`${path} (${format}): ${parts.join(', ')}.`, ...problemLines(outcome)].join('\n')
}

function problemLines({ path, problems, quarantined }: ReadFile): string[] {
  const lines = problems.map(({ line, ordinal, reason, field }) => {
    const place = line === null ? `record ${ordinal + 1}` : `line ${line}`
    return `  ${path}, ${place}${field === null ? '' : `, ${field}`}: ${reason}`
  })
  const rest = quarantined - problems.length
  return rest > 0 ? [...lines, `  and ${number.format(rest)} more; the page of the source lists them all.`] : lines
}
