import { z } from 'zod'
import { type Message, preambleOf, stepsOf } from '../conversation'
import { type Episode, takeApart } from '../episodes'
import { problemOf } from '../problems'
import { refusedBy } from '../refusals'
import { knowTask } from '../tasks'
import type { Completeness, Json, ParsedTrajectory } from '../types'
import { checked } from './checked'
import type { Format, ParseContext } from './format'
import { taskOfId, taskOfPrompt } from './task-of'
import { readTurns } from './turns'

const shape = z.object({ id: z.union([z.string(), z.number()]).optional(), conversations: z.unknown() })
const published = /^(?:db|alfworld|kg|os|mind2web|webshop)_\d+$/

/**
 * AgentInstruct: {id: "db_0", conversations: [{from, value, loss}]}, and the variant of the Agent Data Protocol's raw
 * files with role/content, which has dropped `loss`. Only runs that earned their reward were published, so the reward
 * is 1 by construction (Mind2Web: at least 2/3); the records do not say which model acted.
 */
export const agentInstruct: Format = {
  name: 'agentinstruct',
  title: 'AgentInstruct',
  input: 'json',
  recognise: (sample) => {
    const { id, first } = lookAt(sample)
    if (first === null) return null
    if ('loss' in first) return { sure: true, reason: 'conversations with from, value and loss' }
    return published.test(id) ? { sure: true, reason: `conversations under an AgentInstruct id (${id})` } : null
  },
  read: readAgentInstruct,
  completeness,
}

function readAgentInstruct(record: Json, context: ParseContext): ParsedTrajectory[] {
  const { id, conversations } = checked(shape, record)
  const messages = readTurns(conversations, 'conversations')
  const externalId = id === undefined ? (context.key ?? `${context.ordinal}`) : `${id}`
  const texts = messages.slice(0, 3).map(({ content }) => content)
  const task = context.task ?? taskOfId(externalId) ?? taskOfPrompt(texts) ?? 'unknown'
  const { prompt, examples, episodes } = takeApart(messages, task)
  const preamble = [...preambleOf(prompt), ...preambleOf(examples, examples.length)]
  return episodes.map((episode, i) => ({
    externalId: episodes.length === 1 ? externalId : `${externalId}/${i + 1}`,
    ...trajectoryOf(episode, task, preamble),
  }))
}

function trajectoryOf(
  { opening, turns }: Episode,
  task: string,
  preamble: ParsedTrajectory['preamble'],
): Omit<ParsedTrajectory, 'externalId'> {
  const problem = problemOf(task, opening?.content ?? '')
  const reward = knowTask(task).rewardThreshold
  const steps = stepsOf(turns, task, { refused: refusedBy(task) })
  return {
    task,
    kind: 'trajectory',
    model: null,
    method: 'exploration',
    attempt: null,
    rewardFinal: reward,
    rewardMax: reward,
    rewardOrigin: 'by construction',
    stopReason: 'answered',
    preamble: [...preamble, ...shownBeyond(problem.instruction, opening)],
    instance: { ...problem, difficulty: null, split: null, gold: [] },
    steps,
  }
}

/** The opening message, where it shows the model more than the instruction: a room, a page, a list of choices. */
function shownBeyond(instruction: string, opening: Message | null): ParsedTrajectory['preamble'] {
  return opening === null || opening.content.trim() === instruction ? [] : preambleOf([opening])
}

function completeness(task: string): Completeness {
  const whole = { prompt: 'present', menu: 'present', images: 'present', earlierTurns: 'present' } as const
  // ALFWorld's prompt promises a list of actions in every turn that the records do not hold.
  if (task === 'alfworld') return { ...whole, menu: 'missing' }
  // A step of Mind2Web lists the actions before it, and shows a part of the page without its picture.
  return task === 'mind2web' ? { ...whole, images: 'missing' } : whole
}

function lookAt(sample: Json): { id: string; first: { [key: string]: Json } | null } {
  if (typeof sample !== 'object' || sample === null || Array.isArray(sample)) return { id: '', first: null }
  const { id, conversations } = sample
  const first = Array.isArray(conversations) ? conversations[0] : undefined
  const isMessage = typeof first === 'object' && first !== null && !Array.isArray(first)
  return { id: typeof id === 'string' ? id : '', first: isMessage ? first : null }
}
