import { z } from 'zod'
import type { Json, ParsedTrajectory, StopReason } from '../types'
import { checked } from './checked'
import { ofConversation } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext, SourceHints } from './format'
import { isObject } from './is-object'
import { taskOfPrompt } from './task-of'
import { readTurns } from './turns'

const shape = z.object({
  index: z.union([z.number(), z.string()]),
  error: z.json().optional(),
  output: z
    .object({
      status: z.string().nullish(),
      result: z.json().optional(),
      history: z.unknown(),
    })
    .nullable(),
})

const stops: Readonly<Record<string, StopReason>> = {
  completed: 'answered',
  'task limit reached': 'turn limit',
  'agent context limit': 'cut output',
  'task error': 'crash',
  'agent invalid action': 'unknown',
  'agent validation failed': 'unknown',
}

/**
 * AgentBench's runs.jsonl: {index, error, info, output: {status, result, history: [{role, content}]}, time}. Only some
 * tasks write a score into `result`; an answer is no reward.
 */
export const agentBenchRuns: Format = {
  name: 'agentbench-runs',
  title: 'AgentBench runs',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && 'index' in sample && 'output' in sample && ('info' in sample || 'error' in sample)
      ? { sure: true, reason: 'runs with index, error, info and output' }
      : null,
  read: readRun,
  completeness: ofConversation,
  hints: hintsOf,
}

function readRun(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { index, error, output } = checked(shape, record)
  const messages = readTurns(output?.history ?? [], 'output.history')
  const task = context.task ?? taskOfPrompt(messages.slice(0, 3).map(({ content }) => content)) ?? 'unknown'
  const failed = error !== undefined && error !== null
  return trajectoriesOf({
    externalId: `${index}`,
    task,
    kind: 'trajectory',
    messages,
    method: 'exploration',
    reward: rewardIn(output?.result),
    stopReason: failed ? 'crash' : (stops[(output?.status ?? '').toLowerCase()] ?? 'unknown'),
  })
}

function rewardIn(result: Json | undefined): number | null {
  if (!isObject(result)) return null
  for (const name of ['reward', 'score', 'result', 'success']) {
    const value = result[name]
    if (typeof value === 'boolean') return Number(value)
    if (typeof value === 'number' && value >= 0 && value <= 1) return value
  }
  return null
}

/** runs.jsonl lies in folders named after agent and task; a copy is often named agent.runs.jsonl. */
function hintsOf(sourceName: string): SourceHints {
  const parts = sourceName.split(/[\\/]/)
  const name = parts.at(-1) ?? ''
  const stem = /^(.{1,80})\.runs\.jsonl$/.exec(name)?.[1]
  return { model: stem ?? null, method: null }
}
