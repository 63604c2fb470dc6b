import type { TaskKnowledge } from '../tasks'

const levels = ['easy', 'medium', 'hard', 'extra']

const example = {
  component: 'agent',
  rewardThreshold: 1,
  heldOut: false,
  difficulties: levels,
  instruction: 'shown',
} as const satisfies Partial<TaskKnowledge>

/** The simulated environments of the example workspace. */
export const exampleTasks: readonly TaskKnowledge[] = [
  {
    ...example,
    name: 'household',
    title: 'Household (example)',
    skill: 'embodied',
    rewardKind: 'success',
    grammar: 'household',
    rules: {
      normaliser: 'household',
      readOnly: ['inventory', 'go to', 'walk to'],
      terminal: ['finish'],
      talk: [],
      think: [],
    },
  },
  {
    ...example,
    name: 'storefront',
    title: 'Storefront (example)',
    skill: 'web',
    rewardKind: 'score',
    grammar: 'thought-action',
    rules: { normaliser: 'search-click', readOnly: ['search'], terminal: [], talk: [], think: [] },
  },
  {
    ...example,
    name: 'askdb',
    title: 'Ask a database (example)',
    skill: 'programming',
    rewardKind: 'success',
    grammar: 'thought-action',
    rules: { normaliser: 'sql', readOnly: ['list_tables', 'describe'], terminal: ['answer'], talk: [], think: [] },
  },
]
