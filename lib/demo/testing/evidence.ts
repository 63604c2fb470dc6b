import type { ExampleRecord } from '../record'
import type { Decoy, DefectKind, Truth } from '../truth'

/** Everything that was shown before this step: the prompt, the opening, the observations of earlier steps. */
export function shownBefore({ preamble, instance, steps }: ExampleRecord, step: number): string {
  const prompt = preamble.map(({ content }) => content)
  const observed = steps.slice(0, step - 1).map(({ observation }) => observation ?? '')
  return [...prompt, instance.instruction, ...observed].join('\n')
}

/** What stands in that part of that step. */
export function textAt({ steps }: ExampleRecord, { step, part }: Pick<Truth | Decoy, 'step' | 'part'>): string {
  const at = steps[step - 1]
  if (part === 'rationale') return at?.rationale ?? ''
  return (part === 'observation' ? at?.observation : at?.action?.raw) ?? ''
}

/** The actions that were offered before this step, where the environment offers any. */
export function offeredBefore(record: ExampleRecord, step: number): string[] | null {
  const shown = shownBefore(record, step)
  const at = shown.lastIndexOf('You can: ')
  return at < 0 ? null : (shown.slice(at + 9).split('\n')[0] ?? '').split(' | ')
}

const says = (text: string, word: string) =>
  new RegExp(`(?<![\\w-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'i').test(text)

type Check = (record: ExampleRecord, truth: Truth) => boolean

const doubts = /not (?:sure|clear|know|understand|stated)|unclear|cannot tell|some reason|somehow/i

/** For each kind of defect a sign that it is one, read from the record alone and not from how it was made. */
export const signs: Readonly<Record<DefectKind, Check>> = {
  'unseen-reference': (record, { step, text }) => !says(shownBefore(record, step), text.replace(/^'|'$/g, '')),
  hindsight: (record, { step, text }) => {
    const facts = [...(text.match(/[a-z]+ \d+|[\d.]*\d/g) ?? []), text.split(' ').at(-1) ?? text]
    const later = record.steps
      .slice(step - 1)
      .map(({ observation }) => observation ?? '')
      .join('\n')
    return facts.some((fact) => later.includes(fact.trim())) || later.includes(text)
  },
  'admitted-confusion': (record, { step, text }) =>
    doubts.test(text) && record.steps[step - 1]?.actionKind === 'terminal',
  'missing-modality': (record, { step, text }) =>
    !shownBefore(record, record.steps.length + 1).includes(text) && step > 0,
  'action-not-offered': (record, { step, text }) => offeredBefore(record, step)?.includes(text) === false,
  'rationale-action-mismatch': (record, { step, text }) => {
    const [, target = ''] = /(?:go to |\[)([^\]]+)/.exec(record.steps[step - 1]?.action?.raw ?? '') ?? []
    return target !== '' && !says(text, target)
  },
  'contradicts-observation': (record, { step, text }) => {
    const number = /\$\d+\.\d\d|\d+(?= (?:rows|things))/.exec(text)?.[0]
    return number === undefined
      ? / you see /.test(shownBefore(record, step))
      : !says(record.steps[step - 2]?.observation ?? '', number)
  },
  'claimed-effect': (record, { step, text }) => !shownBefore(record, step).includes(text),
  'foreign-rationale': (record, { step, text }) => text === record.steps[step - 1]?.rationale,
  'self-written-observation': (_, { text }) => text.startsWith('Observation: '),
  repetition: (record, { step, text }) =>
    record.steps.slice(0, step).filter(({ action }) => action?.raw === text).length >= 3,
  'invalid-action': (record, { step }) => record.steps[step - 1]?.errored === true,
  refusal: (record, { step, text }) =>
    record.stopReason === 'refusal' && step === record.steps.length && /sorry|cannot|can't|unable|not able/i.test(text),
  'missing-observation': (record, { step, text }) => {
    const observation = record.steps[step - 1]?.observation ?? null
    return text === '' ? observation === null : observation !== null && !/(?:finish|\]|\)|\.)$/.test(observation)
  },
  'ends-mid-action': (record, { step }) =>
    record.stopReason === 'cut output' &&
    step === record.steps.length &&
    record.steps[step - 1]?.actionKind === 'unparsed',
  'ghost-state': (record, { step, text }) => !shownBefore(record, step).includes(text),
}

/** What a record without any known defect must not hold; the first thing that is wrong, or null. */
export function flawOf(record: ExampleRecord): string | null {
  for (const [i, { action, rationale, observation, errored }] of record.steps.entries()) {
    const before = shownBefore(record, i + 1)
    if (errored) return `step ${i + 1} was refused`
    if (action === null || observation === null) return `step ${i + 1} lacks its action or its observation`
    if (rationale?.includes('Observation:')) return `step ${i + 1} writes its own observation`
    const named = rationale?.match(/\bS[B-Z2-9]{6}\b|\$\d+\.\d\d(?= for)/g) ?? []
    const unseen = named.find((name) => !before.includes(name))
    if (unseen) return `step ${i + 1} speaks of ${unseen}`
    const offered = offeredBefore(record, i + 1)
    if (offered && !offered.includes(action.raw) && !action.raw.startsWith('search['))
      return `step ${i + 1} does ${action.raw}`
    if (
      // Coming back to a list between listings is how one goes through it.
      !action.raw.startsWith('click[back') &&
      record.steps.slice(0, i).filter((step) => step.action?.raw === action.raw && step.observation === observation)
        .length > 2
    )
      return `step ${i + 1} repeats ${action.raw}`
    for (const literal of record.task === 'askdb' ? (action.raw.match(/'[A-Z0-9][A-Z0-9-]*'/g) ?? []) : [])
      if (!before.includes(literal.slice(1, -1))) return `step ${i + 1} uses ${literal}`
  }
  return null
}
