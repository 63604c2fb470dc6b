import type { TaskKnowledge } from '../tasks'

const household: TaskKnowledge['rules'] = {
  normaliser: 'household',
  readOnly: ['look', 'inventory', 'examine', 'go to'],
  terminal: [],
  talk: [],
  think: ['think'],
}

const embodied = {
  skill: 'embodied',
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: false,
  grammar: 'household',
  difficulties: [],
  instruction: 'shown',
  rules: household,
} as const satisfies Omit<TaskKnowledge, 'name' | 'title'>

/** Acting in simulated rooms. */
export const embodiedTasks: readonly TaskKnowledge[] = [
  { ...embodied, name: 'alfworld', title: 'ALFWorld' },
  { ...embodied, name: 'alfred', title: 'ALFRED' },
  { ...embodied, name: 'roomr', title: 'RoomR' },
  { ...embodied, name: 'iqa', title: 'IQA' },
  {
    ...embodied,
    name: 'scienceworld',
    title: 'ScienceWorld',
    heldOut: true,
    rewardKind: 'score',
    grammar: 'thought-action',
    rules: { ...household, readOnly: [...household.readOnly, 'look around', 'task', 'wait'] },
  },
  { ...embodied, name: 'babyai', title: 'BabyAI', grammar: 'thought-action', rewardKind: 'score' },
  { ...embodied, name: 'textcraft', title: 'TextCraft', grammar: 'thought-action' },
]
