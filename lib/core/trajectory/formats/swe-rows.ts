import { z } from 'zod'
import { type Message, saying } from '../conversation'
import type { Json, ParsedTrajectory, StopReason } from '../types'
import { checked } from './checked'
import { complete } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { instanceIdOf } from './instance-id'
import { firstItem, isObject } from './is-object'
import { speaker } from './turns'

const shape = z.object({
  instance_id: z.string(),
  model_name: z.string().nullish(),
  target: z.boolean().nullish(),
  exit_status: z.string().nullish(),
  trajectory: z
    .array(z.object({ role: z.string(), text: z.string().nullish(), system_prompt: z.string().nullish() }))
    .min(1),
})

const stops: readonly (readonly [start: string, stop: StopReason])[] = [
  ['submitted', 'answered'],
  ['exit_cost', 'turn limit'],
  ['exit_context', 'cut output'],
  ['early_exit', 'unknown'],
  ['exit_error', 'crash'],
]

/**
 * SWE-agent trajectories as Nebius publishes them: rows of instance_id, model_name, target (solved or not), exit_status
 * and a trajectory of role and text. What its `mask` means to a trainer is not said, so the loss is unknown.
 */
export const sweRows: Format = {
  name: 'swe-rows',
  title: 'SWE-agent rows (Nebius)',
  input: 'json',
  recognise: (sample) => {
    const first = firstItem(sample, 'trajectory')
    const fits = first !== null && 'role' in first && isObject(sample) && 'instance_id' in sample
    return fits ? { sure: true, reason: 'rows with instance_id, target and a trajectory of role and text' } : null
  },
  read: readRow,
  completeness: () => complete,
}

function readRow(record: Json, context: ParseContext): ParsedTrajectory[] {
  const row = checked(shape, record)
  const { key, attempt } = instanceIdOf(row.instance_id)
  const messages = row.trajectory.map(({ role, text, system_prompt: prompt }, i): Message => {
    const by = speaker(role, `trajectory.${i}.role`)
    return saying(role, by, text ?? prompt ?? '')
  })
  return trajectoriesOf({
    externalId: row.instance_id,
    task: context.task ?? 'swe',
    kind: 'trajectory',
    messages,
    model: row.model_name ?? null,
    method: 'exploration',
    attempt,
    reward: row.target == null ? null : Number(row.target),
    stopReason: stops.find(([start]) => row.exit_status?.startsWith(start))?.[1] ?? 'unknown',
    instance: { key },
  })
}
