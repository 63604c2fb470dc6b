import type { Message } from './conversation'

/** An episode in a conversation: the message that states the problem, and what follows until the next problem. */
export type Episode = {
  shown: Message[] // what came before the opening, where several messages precede the first turn
  opening: Message | null
  turns: Message[]
}

/** A conversation taken apart: prompt and acknowledgement, few-shot examples, and the episodes. */
export type Conversation = { prompt: Message[]; examples: Message[]; episodes: Episode[] }

type Opening = { states: RegExp; examples: readonly string[] }

// How a task's user begins a new problem, and problems that are known to be the few-shot examples of its prompt.
const openings: Readonly<Record<string, Opening>> = {
  kg: {
    states: /^(?:A new question|Question):/,
    examples: ['the bipropellant rocket engine with kerosene and gas-generator cycle is designed by who?'],
  },
  os: {
    states: /\b(?:my problem is|I will start a new problem)\b/i,
    examples: ['tell me how many files are in the directory "/etc"?'],
  },
  alfworld: { states: /\bYour task is to:/, examples: [] },
  webshop: { states: /^(?:Observation:\s*)?WebShop (?:\[SEP\] )?Instruction:/i, examples: [] },
}

/**
 * Takes a conversation apart into prompt, few-shot examples and episodes: several tasks appended in one conversation are
 * several episodes. What the loss skips is an example where the source says so; else the known examples of the task's
 * prompt are, but never all there is. An opening acknowledgement ("Ok.") is part of the prompt and no turn.
 */
export function takeApart(messages: readonly Message[], task: string): Conversation {
  const starts = startsOf(messages, task)
  const [first = 0] = starts
  const segments = starts.map((start, i) => messages.slice(start, starts[i + 1] ?? messages.length))
  const isExample = segments.map((segment) => skipped(segment) ?? known(segment, task))
  const episodes = segments.filter((_, i) => isExample[i] !== true)
  const kept = episodes.length > 0 ? episodes : segments.slice(-1)
  return {
    prompt: messages.slice(0, first),
    examples: segments.filter((segment) => !kept.includes(segment)).flat(),
    episodes: kept.map(episode),
  }
}

function episode(segment: readonly Message[]): Episode {
  const at = segment.findIndex(({ by }) => by === 'agent')
  const before = at === -1 ? segment : segment.slice(0, at)
  return { shown: before.slice(0, -1), opening: before.at(-1) ?? null, turns: at === -1 ? [] : segment.slice(at) }
}

/** Where the loss skips or covers every agent turn of a segment: whether it skips them. Null where it does not say. */
function skipped(segment: readonly Message[]): boolean | null {
  const turns = segment.filter(({ by }) => by === 'agent')
  if (turns.length === 0 || turns.some(({ loss }) => loss === null)) return null
  return turns.every(({ loss }) => loss === false)
}

function known(segment: readonly Message[], task: string): boolean {
  const text = segment[0]?.content ?? ''
  return openings[task]?.examples.some((example) => text.includes(example)) ?? false
}

function startsOf(messages: readonly Message[], task: string): number[] {
  const states = openings[task]?.states
  const stated = states ? messages.flatMap((each, i) => (isAsked(each) && states.test(each.content) ? [i] : [])) : []
  const [first] = stated
  if (first === undefined) return [plainStart(messages)]
  // what the loss covers is no part of a prompt, however the first problem is stated
  const covered = messages.findIndex(({ by, loss }) => by === 'agent' && loss === true)
  return covered !== -1 && covered < first ? [plainStart(messages), ...stated] : stated
}

function isAsked({ by }: Message): boolean {
  return by === 'user' || by === 'environment'
}

function plainStart(messages: readonly Message[]): number {
  const first = messages.findIndex(isAsked)
  const acts = messages.findIndex(({ by }) => by === 'agent')
  // an agent that speaks first was asked nothing that the record holds: its turns are the episode all the same
  if (first === -1 || (acts !== -1 && acts < first)) return Math.max(acts, 0)
  const answer = messages[first + 1]
  const next = messages[first + 2]
  const acknowledged = answer?.by === 'agent' && next !== undefined && isAsked(next) && isAcknowledgement(answer)
  return acknowledged ? first + 2 : first
}

const acknowledgement =
  /^(?:ok\b|okay\b|sure\b|understood|got it|i understand|i've understood|i will follow|i'll follow|yes, i understand)/i

function isAcknowledgement({ content, calls, loss }: Message): boolean {
  if (calls.length > 0 || loss === true) return false
  return loss === false || (content.length < 200 && acknowledgement.test(content.trim()))
}
