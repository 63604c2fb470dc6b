import { z } from 'zod'
import { grammars } from '../grammars/registry'
import { isCut } from '../grammars/sql'
import { keyPart } from '../instance-key'
import { knowTask } from '../tasks'
import type { Instance, Json, ParsedTrajectory, Step, StopReason } from '../types'
import { checked } from './checked'
import type { Format, ParseContext } from './format'
import { datasetOf, environmentTask, hintsOf } from './intercode-names'

const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : `${value}`))

const history = z.object({
  thoughts: z.array(text).optional(),
  actions: z.array(text),
  observations: z.array(z.json()),
  rewards: z.array(z.number().nullable()).default([]),
  valid_action: z.array(z.boolean().nullable()).default([]),
})

const run = z.object({
  environment: z.string().default('ic_sql'),
  dataset: z.string().default(''),
  task_id: z.union([z.number(), z.string()]),
  query: z.string(),
  hardness: z.string().nullish(),
  turn_history: history,
  summary: z.object({ max_reward: z.number().nullish(), turns_max: z.number().nullish() }).default({}),
})
type Run = z.infer<typeof run>

/**
 * InterCode logs of models: {"0": {environment, dataset, task_id, query, turn_history, summary, hardness}}, ReAct with
 * `thoughts`, plan-and-solve under {meta, logs}. No record names its model: the file's name and folder do. The final
 * reward is the last one and the maximal one the summary's: they differ.
 */
export const intercode: Format = {
  name: 'intercode',
  title: 'InterCode',
  input: 'json',
  recognise: (sample) =>
    typeof sample === 'object' && sample !== null && 'turn_history' in sample
      ? { sure: true, reason: 'runs with query and turn_history' }
      : null,
  read: (record, context) => [readRun(record, context)],
  // The prompts that InterCode's experiments gave to models are not in their logs.
  completeness: () => ({ prompt: 'missing', menu: 'present', images: 'present', earlierTurns: 'present' }),
  hints: hintsOf,
}

function readRun(record: Json, context: ParseContext): ParsedTrajectory {
  const parsed = checked(run, record)
  const { turn_history: turns, summary, task_id: id } = parsed
  const task = context.task ?? environmentTask(parsed.environment)
  const rewards = turns.rewards.filter((reward) => reward !== null)
  const rewardFinal = rewards.at(-1) ?? null
  return {
    externalId: `${id}`,
    task,
    kind: 'trajectory',
    model: null,
    method: 'exploration',
    attempt: null,
    rewardFinal,
    rewardMax: summary.max_reward ?? (rewards.length > 0 ? rewards.reduce((a, b) => Math.max(a, b)) : null),
    rewardOrigin: rewards.length > 0 || summary.max_reward != null ? 'recorded' : null,
    stopReason: stopOf(parsed),
    preamble: [],
    instance: instanceOf(
      task,
      datasetOf(parsed.dataset, parsed.environment),
      id,
      parsed.query,
      parsed.hardness ?? null,
    ),
    steps: turns.actions.map((_, i) => stepAt(turns, i, task)),
  }
}

/** The instance of a run: its key names the data set and the place in it, since each file counts from 0. */
export function instanceOf(
  _task: string,
  dataset: string,
  id: string | number,
  query: string,
  difficulty: string | null,
): Instance {
  const key = `${keyPart(dataset)}/${keyPart(`${id}`)}`
  return { key, groupKey: null, clusterKey: null, instruction: query, difficulty, split: null, gold: [] }
}

function stepAt(turns: Run['turn_history'], i: number, task: string): Step {
  const said = grammars[knowTask(task).grammar](turns.actions[i] ?? '')
  const observation = turns.observations[i]
  const terminal = said.kind === 'act' && knowTask(task).rules.terminal.includes(said.action?.name ?? '')
  const valid = turns.valid_action[i]
  return {
    turn: i + 1,
    rationale: turns.thoughts?.[i] ?? null,
    action: said.action,
    actionKind: terminal ? 'terminal' : said.kind,
    observation:
      observation === undefined ? null : typeof observation === 'string' ? observation : JSON.stringify(observation),
    observationKind: observation === undefined ? null : 'environment',
    errored: valid == null ? null : !valid,
    reward: turns.rewards[i] ?? null,
    loss: null,
  }
}

function stopOf({ turn_history: { actions, rewards }, summary }: Run): StopReason {
  if (actions.some(isCut)) return 'cut output'
  if (/^\s*submit\b/i.test(actions.at(-1) ?? '') || rewards.at(-1) === 1) return 'answered'
  return summary.turns_max != null && actions.length >= summary.turns_max ? 'turn limit' : 'unknown'
}
