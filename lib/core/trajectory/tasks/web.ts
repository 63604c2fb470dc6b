import type { TaskKnowledge } from '../tasks'

const web = {
  skill: 'web',
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: false,
  grammar: 'thought-action',
  difficulties: [],
  instruction: 'shown',
  rules: {
    normaliser: 'search-click',
    readOnly: ['search', 'scroll', 'hover', 'go_back', 'go_forward', 'tab_focus', 'noop'],
    terminal: ['stop', 'finish'],
    talk: [],
    think: ['think'],
  },
} as const satisfies Omit<TaskKnowledge, 'name' | 'title'>

/** Acting on pages. */
export const webTasks: readonly TaskKnowledge[] = [
  { ...web, name: 'webshop', title: 'WebShop', rewardKind: 'score' },
  {
    ...web,
    name: 'mind2web',
    title: 'Mind2Web',
    rewardKind: 'step success',
    rewardThreshold: 2 / 3,
    grammar: 'choice',
  },
  { ...web, name: 'webarena', title: 'WebArena', heldOut: null, rules: { ...web.rules, normaliser: 'plain' } },
  { ...web, name: 'miniwob', title: 'MiniWoB++', heldOut: true, rules: { ...web.rules, normaliser: 'plain' } },
]
