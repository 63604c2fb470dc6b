import { claims, type DefectPlanters, losesObservation, showsOther, speaksOfOther, writesObservation } from '../plant'
import type { Turn } from '../play'
import type { Random } from '../random'
import type { AskInstance } from './instance'
import { type Database, describeTable } from './schema'

const looking = new Set(['list', 'describe', 'describe more'])
const asking = new Set(['query', 'query with code', 'misname'])

/** The number of rows that the latest result had. */
function rowsShown(observation: string | null | undefined): number | null {
  const [, count] = /\((\d+) rows?[,)]/.exec(observation ?? '') ?? []
  return count === undefined ? null : Number(count)
}

const spoken: DefectPlanters = {
  'unseen-reference': claims('unseen-reference', {
    why: 'there is no {ghost} and none was shown',
    templates: [
      'As <{ghost}> shows, {table} is the table to use.',
      'I will need <{ghost}> as well, after {table}.',
      'The details are in <{ghost}>; first {table}.',
    ],
    facts: ({ situation, slots }, _, __, random) =>
      looking.has(situation) && slots.table
        ? { ghost: `${slots.table}_${random.pick(['archive', 'history', 'details', 'status_codes', 'summary'])}` }
        : null,
  }),
  hindsight: claims('hindsight', {
    why: 'known only after the query',
    templates: [
      'The query <will return {result}>, [so I run it to confirm|as expected].',
      'Since <the answer is {result}>, I [count|query] accordingly.',
      'I need the statement that <gives {result}>.',
    ],
    facts: ({ situation, observation }, index, turns) => {
      const result = turns.at(-1)?.slots.answer
      if (!asking.has(situation) || result === undefined || !(observation ?? '').includes(result)) return null
      const known = turns.slice(0, index).some((turn) => turn.observation?.includes(result))
      return known ? null : { result }
    },
  }),
  'admitted-confusion': claims('admitted-confusion', {
    why: 'doubt, and the answer was given in the same step',
    templates: [
      '<I am not sure that this is what was asked>, but I answer {answer}.',
      '<It is unclear to me why it is {answer}>, but I go with it.',
      'I answer {answer}, <although I do not understand where the number comes from>.',
    ],
    facts: ({ actionKind, slots }) => (actionKind === 'terminal' && slots.answer ? {} : null),
  }),
  'missing-modality': claims('missing-modality', {
    why: 'the agent was shown text alone',
    templates: [
      '<The diagram shows an arrow> from {table}, so I look at it.',
      'In the screenshot, <{table} is highlighted>. I describe it.',
      '<As drawn in the chart above>, {table} comes first.',
    ],
    facts: ({ situation, slots }) => (situation.startsWith('describe') && slots.table ? {} : null),
  }),
  'rationale-action-mismatch': claims('rationale-action-mismatch', {
    why: 'the action is: {did}',
    templates: [
      '[Now|Next] I <describe {other}>.',
      'I <look at the columns of {other}> [first|now].',
      '<{other} is the table to describe>.',
    ],
    facts: ({ action, slots }, _, turns, random) => {
      const others = turns.flatMap((turn) =>
        turn.slots.table && turn.slots.table !== slots.table ? [turn.slots.table] : [],
      )
      return action?.name === 'describe' && others.length > 0 ? { other: random.pick(others), did: action.raw } : null
    },
  }),
  'contradicts-observation': claims('contradicts-observation', {
    why: 'the result before it had {count}',
    templates: [
      '<The last query returned {wrong} rows>, so now I can go on.',
      'With <{wrong} rows in the result> the next step is clear.',
      '<There were {wrong} rows>. Next.',
    ],
    facts: (_, index, turns, random) => {
      const before = turns[index - 1]
      const count = before?.action?.name === 'query' ? rowsShown(before.observation) : null
      if (count === null) return null
      const others = [2, 3, 4, 5, 6]
        .map((more) => String(count + more))
        .filter((wrong) => !before?.observation?.includes(wrong))
      return others.length === 0 ? null : { count: `${count} row${count === 1 ? '' : 's'}`, wrong: random.pick(others) }
    },
  }),
  'claimed-effect': claims('claimed-effect', {
    why: 'no statement did that',
    templates: ['<{claim}>. [Now|Next] the query.', 'Since <{claim}>, the query is simple.'],
    facts: ({ situation }, _, __, random) =>
      asking.has(situation)
        ? {
            claim: random.pick([
              'I have created an index on that column',
              'I have removed the duplicate rows',
              'I have checked the result by hand',
            ]),
          }
        : null,
  }),
}

/** Every defect that can be put into a finished run. other is a database to mix up with this one. */
export function askdbDefects(
  { database }: AskInstance,
  other: Database,
  foreign: (random: Random) => string,
): DefectPlanters {
  const own = new Set(database.tables.map(({ name }) => name))
  const strange = other.tables.find(({ name }) => !own.has(name))
  const mixUp = ({ action }: Turn) =>
    action?.name === 'describe' && strange ? { text: describeTable(strange), proof: `Table ${strange.name}` } : null
  const invent = ({ slots }: Turn, random: Random) =>
    ` ${slots.column ?? 'count'}\n-------\n ${random.between(3, 240)}\n(1 row)`
  return {
    ...spoken,
    'foreign-rationale': speaksOfOther(foreign),
    'self-written-observation': writesObservation(invent),
    'missing-observation': losesObservation,
    'ghost-state': showsOther(mixUp),
  }
}
