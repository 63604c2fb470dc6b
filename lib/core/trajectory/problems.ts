import { hash, keyPart } from './instance-key'
import type { Instance } from './types'

/** What an episode's opening message says of its problem. */
export type Problem = Pick<Instance, 'instruction' | 'key' | 'groupKey' | 'clusterKey'>

type Reader = (opening: string) => Problem | null

/**
 * The problem that an opening message states, by the task's way of stating it; where it follows no known way, the
 * message is the instruction. The key holds what makes the problem: with ALFWorld the goal and the room it starts in.
 */
export function problemOf(task: string, opening: string): Problem {
  return readers[task]?.(opening) ?? plainProblem(opening)
}

/** A problem that is its instruction and nothing else. */
export function plainProblem(instruction: string): Problem {
  return { instruction: instruction.trim(), key: keyPart(instruction), groupKey: null, clusterKey: null }
}

const readers: Readonly<Record<string, Reader>> = {
  alfworld: (opening) => {
    const parts = cut(opening, 'Your task is to:')
    if (parts === null) return null
    const room = keyPart(parts.before.replace(/^Here is (?:your|the) task\.\s*/, ''))
    const goal = firstLine(parts.after)
    return {
      instruction: goal,
      key: `${keyPart(goal)} @ ${hash(room)}`,
      groupKey: keyPart(goal),
      clusterKey: hash(room),
    }
  },
  webshop: (opening) => {
    const parts = cut(opening, 'Instruction:')
    if (parts === null) return null
    // "Instruction: [SEP] i want … [SEP] Search", or lines of which the second is a button: "[Search]"
    const after = parts.after.startsWith('[SEP]') ? parts.after.slice(5).trim() : parts.after
    return plainProblem(firstLine(after.split('[SEP]', 1)[0] ?? ''))
  },
  kg: (opening) => {
    const question = opening.replace(/^(?:A new question|Question):\s*/, '').trim()
    return { ...plainProblem(question), groupKey: keyPart(firstLine(question)) }
  },
  os: (opening) => {
    const parts = cut(opening, 'y problem is:')
    return parts === null ? null : plainProblem(parts.after)
  },
  medagentbench: (opening) => {
    const parts = cut(opening, '\nQuestion:')
    return parts === null ? null : plainProblem(parts.after)
  },
  mind2web: (opening) => {
    const parts = cut(opening, '\nTask:')
    if (parts === null) return null
    const goal = firstLine(parts.after)
    return {
      instruction: goal,
      key: `${keyPart(goal)} @ ${hash(keyPart(opening))}`,
      groupKey: keyPart(goal),
      clusterKey: null,
    }
  },
}

function cut(text: string, mark: string): { before: string; after: string } | null {
  const at = text.lastIndexOf(mark)
  return at === -1 ? null : { before: text.slice(0, at), after: text.slice(at + mark.length).trim() }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trim() ?? ''
}
