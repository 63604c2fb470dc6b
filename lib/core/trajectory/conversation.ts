import type { Said } from './grammars/grammar'
import { grammars } from './grammars/registry'
import { knowTask, type TaskKnowledge } from './tasks'
import type { Action, ActionKind, PreambleMessage, Step } from './types'

/** A tool call of a message. Its id ties the tool's answer to it. */
export type ToolCall = { id: string | null; action: Action }

/** A message of a conversation, whoever's format it came in. */
export type Message = {
  role: string // as written
  by: 'agent' | 'user' | 'environment' | 'system'
  content: string
  calls: ToolCall[]
  answers: string | null // the id of the call that this message answers
  loss: boolean | null
  said?: Said // what an agent's turn says, where the format has taken it apart already
  errored?: boolean // the format itself says that the call this message answers failed
}

/** A message that only says something. */
export function saying(role: string, by: Message['by'], content: string, loss: boolean | null = null): Message {
  return { role, by, content, calls: [], answers: null, loss }
}

/** How the answers of an environment are read, where a task has a way of saying no. */
export type Reading = {
  refused?: (observation: string) => boolean | null
  userAnswers?: boolean // a user's message is a person's answer, not the environment's
}

/**
 * The steps of an episode: each agent message is a turn, and what follows it until the next one is its observation. A
 * turn that calls several tools is several steps with one number; each call has its own answer. The text beside tool
 * calls is the rationale of the first. Nothing is dropped: what the task's grammar cannot read stays as written.
 *
 * @param messages  from the first agent message of the episode on; what stands before it belongs to the preamble
 */
export function stepsOf(messages: readonly Message[], taskName: string, reading: Reading = {}): Step[] {
  const task = knowTask(taskName)
  const steps: Step[] = []
  const byCall = new Map<string, Step>()
  let turn = 0
  for (const message of messages) {
    if (message.by === 'agent') {
      turn++
      for (const { step, id } of spoken(message, turn, task)) {
        steps.push(step)
        if (id !== null) byCall.set(id, step)
      }
    } else observe(byCall.get(message.answers ?? '') ?? steps.at(-1), message, reading)
  }
  return steps
}

/** Messages before an episode, as they are kept. */
export function preambleOf(messages: readonly Message[], examples = 0): PreambleMessage[] {
  return messages.map(({ role, content }, i) => (i < examples ? { role, content, example: true } : { role, content }))
}

function spoken(message: Message, turn: number, task: TaskKnowledge): { step: Step; id: string | null }[] {
  const { content, calls, loss } = message
  if (calls.length === 0) {
    const said = message.said ?? grammars[task.grammar](content)
    return [{ step: step(turn, said.rationale, said.action, kindOf(said.action, said.kind, task), loss), id: null }]
  }
  return calls.map(({ id, action }, i) => {
    const kind = kindOf(action, 'act', task)
    const text = i === 0 && content.trim() !== '' ? content : null
    const thought = action.arguments.thought
    const rationale = text ?? (kind === 'think' && typeof thought === 'string' ? thought : null)
    return { step: step(turn, rationale, action, kind, loss), id }
  })
}

function kindOf(action: Action | null, kind: ActionKind | null, { rules }: TaskKnowledge): ActionKind | null {
  if (action === null || kind !== 'act') return kind
  if (rules.terminal.includes(action.name)) return 'terminal'
  if (rules.think.includes(action.name)) return 'think'
  return rules.talk.includes(action.name) ? 'talk' : 'act'
}

function step(
  turn: number,
  rationale: string | null,
  action: Action | null,
  actionKind: ActionKind | null,
  loss: boolean | null,
): Step {
  const unseen = { observation: null, observationKind: null, errored: null, reward: null }
  return { turn, rationale, action, actionKind, ...unseen, loss }
}

function observe(target: Step | undefined, message: Message, { refused, userAnswers }: Reading): void {
  if (target === undefined) return
  const { observation } = target
  target.observation = observation === null ? message.content : `${observation}\n${message.content}`
  target.observationKind = message.by === 'user' && userAnswers === true ? 'user' : 'environment'
  if (message.errored !== undefined) target.errored = message.errored
  else if (refused) target.errored = refused(target.observation)
}
