import { z } from 'zod'
import { type Message, saying } from '../conversation'
import { keyPart } from '../instance-key'
import type { Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { isObject } from './is-object'

const shape = z.object({ messages_display: z.string().min(1) })
const speech = /^(user|assistant|tool): /gm

/**
 * tau-bench's few-shot files: {messages_display: "user: …\nassistant: …\ntool: …"}. A tool call shows as "None": which
 * one it was is lost, so the action is kept as unparsed and only its answer is known.
 */
export const tauExamples: Format = {
  name: 'tau-examples',
  title: 'tau-bench few-shot examples',
  input: 'json',
  recognise: (sample) =>
    isObject(sample) && typeof sample.messages_display === 'string'
      ? { sure: true, reason: 'texts of user, assistant and tool under messages_display' }
      : null,
  read: readExample,
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'present', earlierTurns: 'missing' }),
}

function readExample(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { messages_display: text } = checked(shape, record)
  const messages = messagesOf(text)
  const domain = /retail/i.test(context.sourceName) ? 'tau-retail' : 'tau-airline'
  const asked = messages[0]?.content ?? ''
  return trajectoriesOf({
    externalId: `${context.ordinal}`,
    task: context.task ?? domain,
    kind: 'trajectory',
    messages,
    instance: { key: `example ${keyPart(text)}`, instruction: asked },
  })
}

function messagesOf(text: string): Message[] {
  const found = [...text.matchAll(speech)]
  return found.map((each, i): Message => {
    const role = each[1] ?? 'user'
    const content = text.slice(each.index + each[0].length, found[i + 1]?.index).trimEnd()
    const by = role === 'assistant' ? 'agent' : role === 'tool' ? 'environment' : 'user'
    const message = saying(role, by, content)
    const lost = by === 'agent' && content === 'None'
    return lost
      ? {
          ...message,
          said: { rationale: null, action: { name: 'unparsed', arguments: {}, raw: content }, kind: 'unparsed' },
        }
      : message
  })
}
