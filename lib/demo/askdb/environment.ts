import type { Candidate, Environment, Problem } from '../problem'
import type { Random } from '../random'
import { parseAction } from './action'
import { playAskdb } from './agent'
import { subjects } from './databases/subjects'
import { askdbDecoys } from './decoys'
import { askdbDefects } from './defects'
import { type AskInstance, makeAskInstance, questionCount } from './instance'
import { askdbPrompt, forcedPrompt } from './prompt'
import { remembering } from './remembering'
import type { Execute } from './schema'

const candidates: readonly Candidate[] = [
  { model: 'heron-pro', method: 'exploration', share: 0.8 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.95 },
  { model: 'plover-13b', method: 'exploration', share: 0.5 },
  { model: 'wren-7b', method: 'exploration', share: 0.8 },
  { model: 'heron-pro', method: 'answer forcing', share: 0.55 },
  { model: 'kestrel-70b', method: 'exploration', share: 0.2 },
  { model: 'wren-7b', method: 'exploration', share: 0.2 },
]

/** Questions to small databases, put to a real one by execute. foreign gives a rationale of some other task. */
export function askdbEnvironment(foreign: (random: Random) => string, execute: Execute): Environment {
  const once = remembering(execute)
  return {
    task: 'askdb',
    size: questionCount,
    problem: async (number) => {
      const made = await makeAskInstance(number, once)
      return made && askdbProblem(made, once, foreign)
    },
  }
}

function askdbProblem(made: AskInstance, execute: Execute, foreign: (random: Random) => string): Problem {
  const { database } = made
  const at = subjects.findIndex((subject) => subject.database === database)
  const other = subjects[(at + 1) % subjects.length]?.database ?? database
  return {
    task: 'askdb',
    difficulty: made.difficulty,
    candidates,
    instance: {
      key: made.key,
      groupKey: made.group,
      clusterKey: database.name,
      instruction: made.question,
      difficulty: made.difficulty,
      split: 'train',
      gold: made.gold.map((sql) => ({ origin: 'author', actions: goldActions(made, sql), answer: made.answer })),
    },
    preamble: (part) => [
      { role: 'system', content: part.method === 'answer forcing' ? forcedPrompt(database) : askdbPrompt },
      { role: 'user', content: `${made.question}\n\nDatabase: ${database.name} (${database.about})` },
    ],
    play: (part, model, random) => playAskdb(made, execute, part, model, random),
    playable: [
      'repetition',
      'invalid-action',
      'refusal',
      'ends-mid-action',
      ...(made.lookUps.length > 0 ? (['unseen-reference'] as const) : []),
    ],
    defects: askdbDefects(made, other, foreign),
    decoys: askdbDecoys(made),
  }
}

function goldActions({ lookUps, answer }: AskInstance, sql: string) {
  const statements = [...lookUps.map((lookUp) => lookUp.sql), sql]
  return [...statements.map((statement) => `query[${statement}]`), `answer[${answer}]`].map(parseAction)
}
