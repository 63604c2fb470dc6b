import { type Message, saying } from './conversation'
import { sectionsOf } from './grammars/sections'

/**
 * A flat text of Thought, Action and Observation lines as messages: the agent's turn goes from a Thought or Action to the
 * Observation, and the Observation to the next Thought or Action. What stands before is the user's.
 */
export function readTranscript(text: string): Message[] {
  const sections = sectionsOf(text).filter(
    ({ label }) => label === 'thought' || label === 'action' || label === 'observation',
  )
  const messages: Message[] = []
  const before = text.slice(0, sections[0]?.start).trim()
  if (before !== '') messages.push(saying('user', 'user', before))
  let turn: { from: number; to: number; acted: boolean } | null = null
  const close = () => {
    if (turn !== null) messages.push(saying('assistant', 'agent', text.slice(turn.from, turn.to).trim()))
    turn = null
  }
  for (const { label, start, from, to } of sections) {
    if (label === 'observation') {
      close()
      messages.push(saying('observation', 'environment', text.slice(from, to).trim()))
    } else if (turn === null || (turn.acted && label === 'thought')) {
      close()
      turn = { from: start, to, acted: label === 'action' }
    } else turn = { from: turn.from, to, acted: turn.acted || label === 'action' }
  }
  close()
  return messages
}
