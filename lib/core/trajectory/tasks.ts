import type { AlignRules } from '@/lib/core/gold/rules'
import { embodiedTasks } from './tasks/embodied'
import { exampleTasks } from './tasks/example'
import { generalTasks } from './tasks/general'
import { programmingTasks } from './tasks/programming'
import { reasoningTasks } from './tasks/reasoning'
import { toolTasks } from './tasks/tool'
import { webTasks } from './tasks/web'

export const rewardKinds = ['success', 'step success', 'F1', 'score'] as const
export type RewardKind = (typeof rewardKinds)[number]

/** Names of the grammars in grammars/registry.ts. */
export type GrammarName =
  | 'free text'
  | 'household'
  | 'operation'
  | 'thought-action'
  | 'think-act'
  | 'choice'
  | 'tool calls'
  | 'sql'
  | 'bash'
  | 'code-act'
  | 'command'
  | 'request'

/** What Assay knows of a task before any trajectory of it comes in. */
export type TaskKnowledge = {
  name: string // lower case, as in queries and in ParsedTrajectory.task
  title: string
  skill: string | null
  component: 'agent' | 'general' | 'code'
  rewardKind: RewardKind
  rewardThreshold: number // a trajectory solved its task when its reward reaches it
  heldOut: boolean | null
  grammar: GrammarName
  difficulties: readonly string[] // declared levels, easiest first
  /**
   * Whether the instruction is what the model was shown. Where it is secret (tau-bench: the user simulator's orders) it
   * is there for people to read, and nothing in it counts as observed: what the model saw is the preamble and the
   * observations.
   */
  instruction: 'shown' | 'secret'
  rules: AlignRules
}

const all: readonly TaskKnowledge[] = [
  ...embodiedTasks,
  ...webTasks,
  ...programmingTasks,
  ...reasoningTasks,
  ...toolTasks,
  ...generalTasks,
  ...exampleTasks,
]

const byName: ReadonlyMap<string, TaskKnowledge> = new Map(all.map((task) => [task.name, task]))

/** Every task that is known by name, in the order of the tables. */
export const knownTasks: readonly TaskKnowledge[] = all

/** What is known of a task; of one that nobody foresaw, defaults under its own name. Never throws. */
export function knowTask(name: string): TaskKnowledge {
  return byName.get(name) ?? { ...unknownTask, name, title: name === 'unknown' ? 'Unknown task' : name }
}

const unknownTask: TaskKnowledge = {
  name: 'unknown',
  title: 'Unknown task',
  skill: null,
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: null,
  grammar: 'thought-action',
  difficulties: [],
  instruction: 'shown',
  rules: {
    normaliser: 'plain',
    readOnly: [],
    terminal: ['finish', 'submit', 'answer'],
    talk: ['respond'],
    think: ['think'],
  },
}
