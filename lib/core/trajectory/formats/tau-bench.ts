import { z } from 'zod'
import { type Message, preambleOf, stepsOf } from '../conversation'
import { refusedBy } from '../refusals'
import type { Gold, Json, JsonObject, ParsedTrajectory, Step, StopReason } from '../types'
import { RecordProblem } from '../types'
import { checked } from './checked'
import type { Format, ParseContext } from './format'
import { readToolTurns } from './tool-turns'

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())

const run = z.object({
  task_id: z.union([z.number(), z.string()]),
  trial: z.int32().min(0).nullish(),
  reward: z.number(),
  info: z.object({
    task: z.object({
      instruction: z.string(),
      actions: z.array(z.object({ name: z.string(), kwargs: jsonObject })),
      outputs: z.array(z.string()).default([]),
    }),
  }),
  traj: z.unknown(),
})

/**
 * tau-bench: {task_id, trial, reward, info: {task: {instruction, actions}}, traj}. `info.task.instruction` is what the
 * simulated user was told to want. It is the instance's instruction, for people to read; the model was never shown it,
 * so it is in no step and in no preamble, and the task declares it secret. What the model saw first is the user's
 * first message, which ends the preamble. The descriptions of the tools were shown and are not in the records.
 */
export const tauBench: Format = {
  name: 'tau-bench',
  title: 'tau-bench',
  input: 'json',
  recognise: (sample) =>
    typeof sample === 'object' && sample !== null && 'traj' in sample && 'task_id' in sample && 'info' in sample
      ? { sure: true, reason: 'runs with task_id, trial, info and traj' }
      : null,
  read: (record, context) => [readRun(record, context)],
  completeness: () => ({ prompt: 'present', menu: 'missing', images: 'present', earlierTurns: 'present' }),
  hints: (sourceName) => ({
    model: /^(.{1,60}?)-(?:airline|retail)/.exec(sourceName.split(/[\\/]/).at(-1) ?? '')?.[1] ?? null,
    method: null,
  }),
}

function readRun(record: Json, context: ParseContext): ParsedTrajectory {
  const { task_id: id, trial, reward, info, traj } = checked(run, record)
  const messages = readToolTurns(traj, 'traj')
  const start = messages.findIndex(({ by }) => by === 'agent')
  if (start === -1) throw new RecordProblem('no message is the agent’s', 'traj')
  const task = context.task ?? domainOf(messages, context.sourceName)
  const steps = stepsOf(messages.slice(start), task, { refused: refusedBy(task), userAnswers: true })
  return {
    externalId: trial == null ? `${id}` : `${id}/${trial}`,
    task,
    kind: 'trajectory',
    model: null,
    method: 'exploration',
    attempt: trial ?? null,
    rewardFinal: reward,
    rewardMax: reward,
    rewardOrigin: 'recorded',
    stopReason: stopOf(steps),
    preamble: preambleOf(messages.slice(0, start)),
    instance: {
      key: `${id}`,
      groupKey: null,
      clusterKey: null,
      instruction: info.task.instruction,
      difficulty: null,
      split: null,
      gold: [goldOf(info.task)],
    },
    steps,
  }
}

function goldOf({ actions, outputs }: z.infer<typeof run>['info']['task']): Gold {
  return {
    origin: 'record',
    actions: actions.map(({ name, kwargs }) => ({
      name,
      arguments: kwargs,
      raw: `${name}(${JSON.stringify(kwargs)})`,
    })),
    answer: outputs.length > 0 ? outputs.join('\n') : null,
  }
}

function domainOf(messages: readonly Message[], sourceName: string): string {
  const said = `${messages[0]?.content.slice(0, 4000) ?? ''} ${sourceName}`
  if (/airline/i.test(said)) return 'tau-airline'
  return /retail/i.test(said) ? 'tau-retail' : 'tau-bench'
}

function stopOf(steps: readonly Step[]): StopReason {
  const last = steps.at(-1)
  if (last?.observation?.includes('###STOP###') || last?.action?.name === 'transfer_to_human_agents') return 'answered'
  return steps.length >= 30 ? 'turn limit' : 'unknown'
}
