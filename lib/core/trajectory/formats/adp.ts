import { z } from 'zod'
import { type Message, saying } from '../conversation'
import type { Said } from '../grammars/grammar'
import { grammars } from '../grammars/registry'
import { knowTask } from '../tasks'
import type { Instance, Json, JsonObject, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { undeclared } from './completeness'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { instanceIdOf } from './instance-id'
import { firstItem } from './is-object'
import { taskOfId, taskOfPrompt } from './task-of'

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json())
const described = { description: z.string().nullish() }
const item = z.discriminatedUnion('class_', [
  z.object({ class_: z.literal('text_observation'), content: z.string().nullish(), source: z.string().nullish() }),
  z.object({
    class_: z.literal('web_observation'),
    html: z.string().nullish(),
    axtree: z.string().nullish(),
    url: z.string().nullish(),
  }),
  z.object({ class_: z.literal('api_action'), function: z.string().min(1), kwargs: jsonObject, ...described }),
  z.object({ class_: z.literal('code_action'), language: z.string().min(1), content: z.string(), ...described }),
  z.object({ class_: z.literal('message_action'), content: z.string(), ...described }),
])
type Item = z.infer<typeof item>

const shape = z.object({
  id: z.union([z.string(), z.number()]),
  content: z.array(item).min(1, 'there is no content'),
  details: z
    .object({ resolved: z.unknown().optional(), model_name: z.unknown().optional(), target: z.unknown().optional() })
    .nullish(),
})

/**
 * The Agent Data Protocol: {id, content: [text_observation | web_observation | api_action | code_action |
 * message_action], details}. It is made from other sets: prompts were rewritten and a closing message added, so what the
 * model was shown cannot be said. `description` is the rationale.
 */
export const adp: Format = {
  name: 'adp',
  title: 'Agent Data Protocol',
  input: 'json',
  recognise: (sample) => {
    const first = firstItem(sample, 'content')
    return first !== null && 'class_' in first ? { sure: true, reason: 'content of classes (class_)' } : null
  },
  read: readAdp,
  completeness: () => undeclared,
}

function readAdp(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, content, details } = checked(shape, record)
  const texts = content.slice(0, 3).map((each) => ('content' in each ? (each.content ?? '') : ''))
  const task = context.task ?? taskOfId(`${id}`) ?? taskOfPrompt(texts) ?? taskOfClasses(content)
  const { key, attempt } = instanceIdOf(`${id}`)
  const instance: Partial<Instance> = task === 'swe' ? { key } : {}
  const solved = details?.resolved ?? details?.target
  return trajectoriesOf({
    externalId: `${id}`,
    task,
    kind: 'trajectory',
    messages: content.map((each) => messageOf(each, task)),
    model: typeof details?.model_name === 'string' ? details.model_name : null,
    method: 'reformatting',
    attempt: task === 'swe' ? attempt : null,
    reward: solved === 'True' || solved === true ? 1 : solved === 'False' || solved === false ? 0 : null,
    instance,
  })
}

/** What kind of actions there are tells the task where neither id nor prompt does. */
function taskOfClasses(content: readonly Item[]): string {
  if (content.some((each) => each.class_ === 'web_observation')) return 'webarena'
  const runs = content.some((each) => each.class_ === 'code_action' && each.language === 'python')
  return runs ? 'codeact' : 'tool-use'
}

function messageOf(given: Item, task: string): Message {
  switch (given.class_) {
    case 'text_observation': {
      const by = given.source === 'agent' ? 'agent' : given.source === 'user' ? 'user' : 'environment'
      return saying(given.source ?? 'environment', by, given.content ?? '')
    }
    case 'web_observation':
      return saying('environment', 'environment', given.axtree ?? given.html ?? given.url ?? '')
    case 'api_action': {
      const raw = `${given.function}(${JSON.stringify(given.kwargs)})`
      return acting(given.description, { name: given.function, arguments: given.kwargs, raw }, 'act')
    }
    case 'code_action':
      return acting(
        given.description,
        { name: given.language, arguments: { code: given.content }, raw: given.content },
        'act',
      )
    case 'message_action':
      return messageAction(given.content, given.description ?? null, task)
  }
}

function messageAction(content: string, description: string | null, task: string): Message {
  const finish = /^\s{0,20}<finish>/.exec(content)
  const inner = finish ? content.slice(finish[0].length).replace('</finish>', '').trim() : content
  const said = grammars[knowTask(task).grammar](inner)
  if (said.kind !== 'unparsed' && said.kind !== 'talk' && said.action !== null) {
    const { rationale, action } = said
    return acting(rationale ?? description, { ...action, raw: content }, said.kind)
  }
  return finish
    ? acting(description, { name: 'finish', arguments: { answer: inner }, raw: content }, 'terminal')
    : acting(description, { name: 'respond', arguments: {}, raw: content }, 'talk')
}

function acting(description: string | null | undefined, action: Said['action'], kind: Said['kind']): Message {
  const rationale = description == null || description.trim() === '' ? null : description
  return { ...saying('agent', 'agent', action?.raw ?? ''), said: { rationale, action, kind } }
}
