import type { AlignmentRow, RowKind } from '@/lib/core/gold/row'

/** What a cell shows of its step, worst first: of a bin of steps the worst is shown. */
export const stripKinds = ['missing', 'arguments', 'reordered', 'extra', 'no gold', 'match', 'talk'] as const
export type StripKind = (typeof stripKinds)[number]

/** One cell: a step, a bin of steps, or a gold action that no step carried out (then there is no step). */
export type StripCell = {
  kind: StripKind
  step: number | null // 1-based; the first one of a bin
  lastStep: number | null // the same, but for a bin
  flagged: boolean
  label: string
}

/** Longer strips are cut into so many bins. */
export const mostCells = 120

/**
 * The alphabet, one character a cell, in the order of the episode. A capital letter is a flagged cell. m match,
 * a arguments, e extra, r reordered (the step), n a step that has no gold to stand beside, t talk, thought or no action;
 * and without a step: x missing, o reordered (the place in the gold). A strip of bins begins with the number of its
 * steps and a colon: "2000:mmea…"; its k-th of b bins holds the steps from ⌊kn/b⌋ + 1 to ⌊(k+1)n/b⌋.
 */
const alphabet: Readonly<Record<string, { kind: StripKind; hasStep: boolean }>> = {
  m: { kind: 'match', hasStep: true },
  a: { kind: 'arguments', hasStep: true },
  e: { kind: 'extra', hasStep: true },
  r: { kind: 'reordered', hasStep: true },
  n: { kind: 'no gold', hasStep: true },
  t: { kind: 'talk', hasStep: true },
  x: { kind: 'missing', hasStep: false },
  o: { kind: 'reordered', hasStep: false },
}

const letterOfRow: Readonly<Record<RowKind, string>> = {
  match: 'm',
  arguments: 'a',
  extra: 'e',
  missing: 'x',
  reordered: 'r',
}

const letterOfBin: Readonly<Record<StripKind, string>> = {
  missing: 'x',
  arguments: 'a',
  reordered: 'r',
  extra: 'e',
  'no gold': 'n',
  match: 'm',
  talk: 't',
}

/**
 * The strip of an episode, uncompressed: one cell for each step, and one for each gold action that no step stands
 * beside, before the step that comes next.
 *
 * @param acts  for each step whether it is an action that could stand beside gold; see isAction
 * @param rows  the alignment's rows in order; none where there is no gold
 */
export function stripOf(acts: readonly boolean[], rows: readonly AlignmentRow[]): string {
  let text = ''
  let written = 0
  const writeUnaligned = (before: number) => {
    for (; written < before; written += 1) text += acts[written] ? 'n' : 't'
  }
  for (const { kind, step } of rows) {
    if (step === null) {
      text += kind === 'reordered' ? 'o' : 'x'
      continue
    }
    writeUnaligned(step - 1)
    text += letterOfRow[kind]
    written = step
  }
  writeUnaligned(acts.length)
  return text
}

/** The cells of a strip, or a RangeError naming the first character that no strip holds. */
export function readStrip(text: string): StripCell[] {
  const { steps, letters } = cut(text)
  if (steps !== null) return letters.map((letter, at) => binCell(letter, at, letters.length, steps))
  let step = 0
  return letters.map((letter) => {
    if (meaning(letter).hasStep) step += 1
    return cell(letter, meaning(letter).hasStep ? step : null, step)
  })
}

/** A strip of at most `most` cells: itself, or bins of steps of which each shows the worst and any flag. */
export function shortenStrip(text: string, most = mostCells): string {
  if (cut(text).steps !== null || text.length <= most) return text
  const cells = readStrip(text)
  const steps = cells.reduce((last, { step }) => step ?? last, 0)
  const bins = Math.max(1, Math.min(most, steps))
  const worst = new Array<number>(bins).fill(stripKinds.length - 1)
  const flagged = new Set<number>()
  let next = 1
  for (const { kind, step, flagged: isFlagged } of cells) {
    const bin = binOf(Math.min(step ?? next, Math.max(steps, 1)), bins, steps)
    worst[bin] = Math.min(worst[bin] ?? 0, stripKinds.indexOf(kind))
    if (isFlagged) flagged.add(bin)
    if (step !== null) next = step + 1
  }
  const letters = worst.map((rank, bin) => {
    const letter = letterOfBin[stripKinds[rank] ?? 'talk']
    return flagged.has(bin) ? letter.toUpperCase() : letter
  })
  return `${steps}:${letters.join('')}`
}

/** The strip with exactly these steps flagged, shortened or not; earlier marks are taken off. */
export function flagStrip(text: string, flaggedSteps: Iterable<number>): string {
  const { steps, letters } = cut(text)
  const marks = [...flaggedSteps]
  const marked = readStrip(text).map(({ step, lastStep }, at) => {
    const letter = (letters[at] ?? '').toLowerCase()
    const flagged = step !== null && lastStep !== null && marks.some((mark) => step <= mark && mark <= lastStep)
    return flagged ? letter.toUpperCase() : letter
  })
  return `${steps === null ? '' : `${steps}:`}${marked.join('')}`
}

/** The bin of a 1-based step: the last whose first step is not after it. */
function binOf(step: number, bins: number, steps: number): number {
  if (steps === 0) return 0
  return Math.ceil((step * bins) / steps) - 1
}

function cut(text: string): { steps: number | null; letters: string[] } {
  const found = /^(\d+):(.*)$/s.exec(text)
  return found ? { steps: Number(found[1]), letters: [...(found[2] ?? '')] } : { steps: null, letters: [...text] }
}

function meaning(letter: string) {
  const known = alphabet[letter.toLowerCase()]
  if (!known) throw new RangeError(`No strip holds the character ${JSON.stringify(letter)}.`)
  return known
}

function cell(letter: string, step: number | null, before: number): StripCell {
  const { kind } = meaning(letter)
  const flagged = letter !== letter.toLowerCase()
  return { kind, step, lastStep: step, flagged, label: sentence(kind, step, before, flagged) }
}

function binCell(letter: string, at: number, bins: number, steps: number): StripCell {
  const { kind } = meaning(letter)
  const flagged = letter !== letter.toLowerCase()
  if (steps === 0) return { kind, step: null, lastStep: null, flagged, label: 'Gold actions that no step carried out.' }
  const step = Math.floor((at * steps) / bins) + 1
  const lastStep = Math.floor(((at + 1) * steps) / bins)
  const range = step === lastStep ? `Step ${step}` : `Steps ${step} to ${lastStep}, of which the worst is shown`
  return { kind, step, lastStep, flagged, label: `${range}: ${words[kind]}${flagged ? '; flagged' : ''}.` }
}

const words: Readonly<Record<StripKind, string>> = {
  match: 'as in the gold',
  arguments: 'the gold action with other arguments',
  extra: 'not in the gold',
  missing: 'a gold action is missing',
  reordered: 'in the gold, but in another place',
  'no gold': 'an action without gold to compare with',
  talk: 'talk or thought, no action',
}

function sentence(kind: StripKind, step: number | null, before: number, flagged: boolean): string {
  if (step !== null) return `Step ${step}: ${words[kind]}${flagged ? '; flagged' : ''}.`
  const place = before === 0 ? 'Before step 1' : `After step ${before}`
  return kind === 'missing'
    ? `${place}: a gold action that no step carried out.`
    : `${place}: the gold has an action here that was carried out in another place.`
}
