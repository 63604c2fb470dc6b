import { z } from 'zod'
import { grammars } from '../grammars/registry'
import { knowTask } from '../tasks'
import type { Json, ParsedTrajectory, Step } from '../types'
import { checked } from './checked'
import type { Format, ParseContext } from './format'
import { instanceOf } from './intercode'
import { goldOf } from './intercode-gold'
import { datasetOf, environmentTask } from './intercode-names'

const run = z.object({
  environment: z.string().default('ic_sql'),
  dataset: z.string().default(''),
  query_idx: z.union([z.number(), z.string()]),
  query: z.string(),
  gold: z.string(),
  reward: z.number(),
  trajectory: z.array(z.object({ action: z.string(), observation: z.json() })),
})

/** InterCode sessions of people: {"809": {query_idx, query, gold, reward, trajectory: [{action, observation}]}}. */
export const intercodeHuman: Format = {
  name: 'intercode-human',
  title: 'InterCode, people',
  input: 'json',
  recognise: (sample) =>
    typeof sample === 'object' && sample !== null && 'query_idx' in sample && 'trajectory' in sample
      ? { sure: true, reason: 'sessions with query_idx, gold and a trajectory of actions and observations' }
      : null,
  read: (record, context) => [readSession(record, context)],
  completeness: () => ({ prompt: 'present', menu: 'present', images: 'present', earlierTurns: 'present' }),
}

function readSession(record: Json, context: ParseContext): ParsedTrajectory {
  const session = checked(run, record)
  const { environment, query_idx: id, query, reward } = session
  const task = context.task ?? environmentTask(environment)
  const steps = session.trajectory.map((turn, i) => stepOf(turn, i + 1, task))
  const instance = instanceOf(task, datasetOf(session.dataset, environment), id, query, null)
  return {
    externalId: `${id}`,
    task,
    kind: 'trajectory',
    model: null,
    method: 'human',
    attempt: null,
    rewardFinal: reward,
    rewardMax: null,
    rewardOrigin: 'recorded',
    stopReason: 'answered',
    preamble: [],
    instance: { ...instance, gold: [goldOf(task, session.gold, 'record')] },
    steps,
  }
}

function stepOf({ action, observation }: { action: string; observation: Json }, turn: number, task: string): Step {
  const { grammar, rules } = knowTask(task)
  const said = grammars[grammar](action)
  const seen = typeof observation === 'string' ? observation : JSON.stringify(observation)
  return {
    turn,
    rationale: null,
    action: said.action,
    actionKind: said.kind === 'act' && rules.terminal.includes(said.action?.name ?? '') ? 'terminal' : said.kind,
    observation: seen,
    observationKind: 'environment',
    errored: /^Error executing query/.test(seen),
    reward: null,
    loss: null,
  }
}
