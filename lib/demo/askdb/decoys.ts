import { type DecoyPlanters, remarks } from '../plant'
import type { AskInstance } from './instance'

const otherWords: Readonly<Record<string, string>> = {
  reader: 'library members',
  loan: 'borrowings',
  trip: 'rides',
  repair: 'maintenance jobs',
  doctor: 'physicians',
  appointment: 'consultations',
  film: 'movies',
  screening: 'showings',
  vessel: 'ships',
  sailing: 'crossings',
  work: 'artworks',
  visit: 'visitor records',
}

/** The row counts that list_tables gave, by table. */
function sizes(observation: string | null | undefined): Map<string, number> {
  return new Map(
    [...(observation ?? '').matchAll(/^(\w+) \((\d+) rows\)$/gm)].map(([, table = '', rows]) => [table, Number(rows)]),
  )
}

/** Right claims about a run that a careless rule would flag. */
export function askdbDecoys({ kind }: AskInstance): DecoyPlanters {
  return {
    'derived-value': remarks('derived-value', {
      why: 'counted from the description',
      templates: [
        '{cap table} has <{count} columns that are no key>.',
        '<{count} columns> of {table} hold something other than a key.',
      ],
      facts: (_, index, turns) => {
        const before = turns[index - 1]
        const count =
          before?.observation
            ?.split('\n')
            .filter((line) => line.startsWith(' ') && !/primary key|references/.test(line)).length ?? 0
        return before?.action?.name === 'describe' && !before.errored && count > 1
          ? { count: String(count), table: before.slots.table ?? '' }
          : null
      },
    }),
    arithmetic: remarks('arithmetic', {
      why: 'a sum of row counts that were shown',
      templates: ['Together {a} and {b} have <{sum} rows>.', '{a} and {b} make <{sum} rows> between them.'],
      facts: (_, index, turns) => {
        const [first, second] = [...sizes(turns[index - 1]?.observation)]
        return first && second ? { a: first[0], b: second[0], sum: String(first[1] + second[1]) } : null
      },
    }),
    paraphrase: remarks('paraphrase', {
      why: 'another word for a table that was listed',
      templates: ['That is where the <{other}> are.', 'It is about <{other}>.'],
      facts: ({ slots, action }) => {
        const other = otherWords[slots.table ?? '']
        return action?.name === 'describe' && other ? { other } : null
      },
    }),
    plan: remarks('plan', {
      why: 'an intention, not a claim',
      templates: ['After that <I will join the tables>.', '<I will check the number again> if it looks odd.'],
      facts: ({ actionKind }) => (actionKind === 'act' && kind.tables.length > 1 ? {} : null),
    }),
    'doubt-then-check': remarks('doubt-then-check', {
      why: 'doubt, and the action checks it',
      templates: [
        '<I am not sure how "{word}" is spelt>, so I look.',
        '<It is not clear what {column} holds>; this will show it.',
      ],
      facts: ({ situation }) => (situation === 'lookup' ? {} : null),
    }),
    'correct-recall': remarks('correct-recall', {
      why: 'shown at step {step}',
      templates: ['(Step {step} gave <{rows} rows for {a}>.)', 'From step {step} I know that <{a} has {rows} rows>.'],
      facts: (_, index, turns, random) => {
        const at = turns.slice(0, Math.max(0, index - 1)).findIndex(({ action }) => action?.name === 'list_tables')
        const known = at < 0 ? [] : [...sizes(turns[at]?.observation)]
        const [a, rows] = known.length > 0 ? random.pick(known) : []
        return a === undefined || rows === undefined ? null : { a, rows: String(rows), step: String(at + 1) }
      },
    }),
  }
}
