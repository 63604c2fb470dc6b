import type { Message } from '../conversation'
import { sectionsOf } from '../grammars/sections'
import { knowTask } from '../tasks'
import type { SampleKind } from '../types'
import { taskOfId, taskOfPrompt } from './task-of'

/** Which task a conversation belongs to, and whether it is a trajectory or a sample that is mixed in beside them. */
export type KindOfTask = { task: string; kind: SampleKind }

/**
 * What a conversation is, by what is sure: the task that was asked for, that its id names or that its prompt is known
 * for; else by how the agent writes. A conversation that only talks is chat, or code where its file is named so.
 */
export function kindOf(
  messages: readonly Message[],
  hints: { task: string | null; id: string; sourceName: string },
): KindOfTask {
  const texts = messages.slice(0, 3).map(({ content }) => content)
  const named = hints.task ?? taskOfId(hints.id) ?? taskOfPrompt(texts)
  if (named !== null) return { task: named, kind: kindOfTask(named) }
  const turns = messages.filter(({ by }) => by === 'agent')
  if (turns.some(({ content }) => content.includes('<execute>'))) return { task: 'codeact', kind: 'trajectory' }
  const acting = turns.filter(({ content }) =>
    sectionsOf(content.slice(0, 20_000)).some(({ label }) => label === 'action'),
  )
  if (acting.length > 0 && acting.length * 2 >= turns.length) return { task: 'unknown', kind: 'trajectory' }
  return /code|program|humaneval|mbpp|\bapps\b/i.test(hints.sourceName)
    ? { task: 'code', kind: 'code' }
    : { task: 'chat', kind: 'chat' }
}

/** What kind of sample a task's records are. */
export function kindOfTask(task: string): SampleKind {
  const { component } = knowTask(task)
  return component === 'agent' ? 'trajectory' : component === 'code' ? 'code' : 'chat'
}
