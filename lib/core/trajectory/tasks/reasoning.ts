import type { TaskKnowledge } from '../tasks'

const lookups = ['search', 'lookup', 'calculate', 'calculator', 'wolfram', 'retrieve']

const reasoning = {
  skill: 'reasoning',
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: false,
  grammar: 'thought-action',
  difficulties: [],
  instruction: 'shown',
  rules: { normaliser: 'plain', readOnly: lookups, terminal: ['finish', 'answer'], talk: [], think: ['think'] },
} as const satisfies Omit<TaskKnowledge, 'name' | 'title'>

const math = { ...reasoning, skill: 'math' } as const

/** Answering by looking things up or working them out. */
export const reasoningTasks: readonly TaskKnowledge[] = [
  { ...reasoning, name: 'hotpotqa', title: 'HotpotQA' },
  { ...reasoning, name: 'strategyqa', title: 'StrategyQA' },
  { ...reasoning, name: 'triviaqa', title: 'TriviaQA' },
  { ...reasoning, name: 'bamboogle', title: 'Bamboogle', heldOut: true },
  { ...reasoning, name: 'mmlu', title: 'MMLU', heldOut: null },
  {
    ...reasoning,
    name: 'kg',
    title: 'Knowledge graph (AgentBench)',
    rewardKind: 'F1',
    rules: {
      ...reasoning.rules,
      readOnly: ['get_relations', 'get_neighbors', 'intersection', 'get_attributes', 'argmax', 'argmin', 'count'],
    },
  },
  { ...math, name: 'gsm8k', title: 'GSM8K' },
  { ...math, name: 'math', title: 'MATH' },
  { ...math, name: 'mathqa', title: 'MathQA' },
  { ...math, name: 'theoremqa', title: 'TheoremQA', heldOut: true },
]
