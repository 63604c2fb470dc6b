import { type Message, saying } from '../conversation'
import type { Json, ParsedTrajectory } from '../types'
import { RecordProblem } from '../types'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { taskOfPrompt } from './task-of'

/**
 * ReAct's ALFWorld prompts: an object whose members are flat texts, in which a line that begins with "> " is the agent's
 * (a command, or "think: …") and what follows is the observation. Written by people.
 */
export const reactCommands: Format = {
  name: 'react-commands',
  title: 'ReAct command texts',
  input: 'json',
  recognise: (sample) =>
    typeof sample === 'string' && sample.slice(0, 20_000).includes('\n> ')
      ? { sure: true, reason: 'texts in which the agent’s lines begin with "> "' }
      : null,
  read: readText,
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'present', earlierTurns: 'present' }),
}

function readText(record: Json, context: ParseContext): ParsedTrajectory[] {
  if (typeof record !== 'string') throw new RecordProblem('the record is no text')
  const [opening = '', ...turns] = record.split('\n> ')
  if (turns.length === 0) throw new RecordProblem('no line begins with "> "')
  const task = context.task ?? taskOfPrompt([opening]) ?? 'alfworld'
  return trajectoriesOf({
    externalId: context.key ?? `${context.ordinal}`,
    task,
    kind: 'trajectory',
    messages: [saying('user', 'user', opening.trim()), ...turns.flatMap(messagesOf)],
    method: 'human',
  })
}

function messagesOf(turn: string): Message[] {
  const end = turn.indexOf('\n')
  const said = saying('assistant', 'agent', end === -1 ? turn : turn.slice(0, end))
  const seen = end === -1 ? '' : turn.slice(end + 1).trim()
  return seen === '' ? [said] : [said, saying('observation', 'environment', seen)]
}
