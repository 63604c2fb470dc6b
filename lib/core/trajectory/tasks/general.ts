import type { TaskKnowledge } from '../tasks'

const general = {
  skill: null,
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: null,
  grammar: 'free text',
  difficulties: [],
  instruction: 'shown',
  rules: { normaliser: 'plain', readOnly: [], terminal: [], talk: ['respond'], think: ['think'] },
} as const satisfies Partial<TaskKnowledge>

/** Samples that are mixed in beside trajectories. */
export const generalTasks: readonly TaskKnowledge[] = [
  { ...general, name: 'chat', title: 'General chat', component: 'general' },
  { ...general, name: 'code', title: 'Code instructions', component: 'code' },
]
