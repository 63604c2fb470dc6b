/**
 * What a query may ask of a trajectory. A noun that is to be searched registers its key here and its SQL in
 * lib/data/trajectory-filter.ts; a test fails when one of the two is missing.
 */
export type KeyKind = 'name' | 'choice' | 'number' | 'text'

export type QueryKey = {
  kind: KeyKind
  /** What it asks, in a sentence for the completion. */
  hint: string
  /** The values of a choice. */
  values?: readonly string[]
  /** Whether `none` asks for the absence of a value. */
  optional?: boolean
}

export const queryKeys = {
  task: { kind: 'name', hint: 'the environment or benchmark' },
  source: { kind: 'name', hint: 'the file it came from: name or id' },
  model: { kind: 'name', hint: 'the model that acted', optional: true },
  id: { kind: 'name', hint: 'the id in its file, or ours' },
  instance: { kind: 'name', hint: 'the problem it attempts: key or id' },
  difficulty: { kind: 'name', hint: 'the declared level of the problem', optional: true },
  method: {
    kind: 'choice',
    hint: 'how it was collected',
    values: ['exploration', 'answer forcing', 'heuristic search', 'reformatting', 'human', 'unknown'],
  },
  kind: { kind: 'choice', hint: 'trajectory, chat or code', values: ['trajectory', 'chat', 'code'] },
  gold: {
    kind: 'choice',
    hint: 'how its actions stand to the gold actions',
    values: [
      'exact',
      'in order',
      'any order',
      'state changing',
      'solved differently',
      'partial',
      'different',
      'gold empty',
      'no gold',
    ],
  },
  stop: {
    kind: 'choice',
    hint: 'why it ended',
    values: ['answered', 'turn limit', 'cut output', 'refusal', 'crash', 'unknown'],
  },
  outcome: {
    kind: 'choice',
    hint: 'where its verdicts stand',
    values: ['open', 'accepted', 'fix', 'rejected', 'disputed'],
  },
  verdict: {
    kind: 'choice',
    hint: 'a verdict that somebody holds of it',
    values: ['accept', 'fix', 'reject'],
    optional: true,
  },
  reward: { kind: 'number', hint: 'final reward: 1, >=0.7, 0.2..0.8', optional: true },
  steps: { kind: 'number', hint: 'number of steps: 5, >20, 3..8' },
  flags: { kind: 'number', hint: 'number of flags: 0, >=1' },
  flag: { kind: 'name', hint: 'the kind of a flag in it', optional: true },
  rationale: { kind: 'text', hint: 'words in a rationale' },
  action: { kind: 'text', hint: 'words in an action' },
  observation: { kind: 'text', hint: 'words in an observation' },
  instruction: { kind: 'text', hint: 'words in the instruction' },
} as const satisfies Record<string, QueryKey>

export type QueryKeyName = keyof typeof queryKeys

export function isQueryKey(name: string): name is QueryKeyName {
  return Object.hasOwn(queryKeys, name)
}
