import { z } from 'zod'
import { type Message, saying, type ToolCall } from '../conversation'
import { readInner } from '../decode'
import type { Gold, Json, JsonObject, ParsedTrajectory, StopReason } from '../types'
import { readBlocks } from './blocks'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'
import { speaker } from './turns'

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const message = z.object({
  role: z.string(),
  content: z.json().optional(),
  tool_calls: z
    .array(z.object({ id: z.string().nullish(), function: z.string(), arguments: z.json().optional() }))
    .nullish(),
  tool_call_id: z.string().nullish(),
  error: z.json().optional(),
})
const shape = z.object({
  id: z.union([z.string(), z.number()]),
  epoch: z.int32().min(0).default(1),
  input: z.json(),
  target: z.union([z.string(), z.array(z.string())]).nullish(),
  messages: z.array(message).min(1, 'there are no messages'),
  output: z.object({ model: z.string().nullish(), stop_reason: z.string().nullish() }).nullish(),
  scores: z.record(z.string(), z.object({ value: z.json() })).nullish(),
  error: z.json().optional(),
  limit: z.json().optional(),
})
type Sample = z.infer<typeof shape>

/**
 * Inspect's logs in JSON: {version, eval, samples: [{id, epoch, input, target, messages, output, scores}]}. The sample's
 * first score is its reward, C as 1, P as a half, I and N as 0. Task and model stand in the header. Descriptions of
 * tools are in its events, which are not read.
 */
export const inspect: Format = {
  name: 'inspect',
  title: 'Inspect log',
  input: 'json',
  container: { kind: 'array', at: 'samples' },
  recognise: (sample) =>
    isObject(sample) && 'epoch' in sample && 'messages' in sample
      ? { sure: true, reason: 'samples with epoch, messages and scores' }
      : null,
  read: readSample,
  completeness: () => ({ prompt: 'present', menu: 'missing', images: 'missing', earlierTurns: 'present' }),
}

function readSample(record: Json, context: ParseContext): ParsedTrajectory[] {
  const sample = checked(shape, record)
  const about = readInner(context.header.eval ?? '{}')
  const named = isObject(about) && typeof about.task === 'string' ? about.task.toLowerCase() : 'inspect'
  const model = isObject(about) && typeof about.model === 'string' ? about.model : null
  const target = Array.isArray(sample.target) ? sample.target.join('\n') : (sample.target ?? '')
  const task = context.task ?? named
  return trajectoriesOf({
    externalId: `${sample.id}/${sample.epoch}`,
    task,
    kind: 'trajectory',
    messages: sample.messages.map((each, i) => messageOf(each, i)),
    model: sample.output?.model ?? model,
    method: 'exploration',
    attempt: sample.epoch,
    reward: scoreOf(sample),
    stopReason: stopOf(sample),
    instance: { key: `${sample.id}`, gold: target === '' ? [] : [goldOf(target)] },
  })
}

function messageOf(each: Sample['messages'][number], i: number): Message {
  const { text, thinking } = readBlocks(each.content)
  const by = speaker(each.role, `messages.${i}.role`)
  const said = [thinking, text].filter((part) => part !== '').join('\n')
  const calls = (each.tool_calls ?? []).map(({ id, function: name, arguments: given = {} }): ToolCall => {
    const values = jsonObject.safeParse(given)
    const action = {
      name,
      arguments: values.success ? values.data : { text: given },
      raw: `${name}(${JSON.stringify(given)})`,
    }
    return { id: id ?? null, action }
  })
  const failed = each.error !== undefined && each.error !== null
  const plain = { ...saying(each.role, by, by === 'agent' ? said : text), calls, answers: each.tool_call_id ?? null }
  return failed ? { ...plain, errored: true } : plain
}

const letters: Readonly<Record<string, number>> = { C: 1, P: 0.5, I: 0, N: 0 }

function scoreOf({ scores }: Sample): number | null {
  const [first] = Object.values(scores ?? {})
  const value = first?.value
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return Number(value)
  return typeof value === 'string' ? (letters[value] ?? null) : null
}

function stopOf({ error, limit, output }: Sample): StopReason {
  if (error !== undefined && error !== null) return 'crash'
  if (limit !== undefined && limit !== null) return 'turn limit'
  if (output?.stop_reason === 'max_tokens' || output?.stop_reason === 'model_length') return 'cut output'
  if (output?.stop_reason === 'content_filter') return 'refusal'
  return output?.stop_reason === 'stop' ? 'answered' : 'unknown'
}

function goldOf(target: string): Gold {
  return { origin: 'record', actions: [{ name: 'submit', arguments: { answer: target }, raw: target }], answer: target }
}
