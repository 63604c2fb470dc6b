import { type Message, preambleOf, stepsOf } from '../conversation'
import { type Episode, takeApart } from '../episodes'
import { hash } from '../instance-key'
import { problemOf } from '../problems'
import { refusedBy } from '../refusals'
import type { Instance, Method, ParsedTrajectory, RewardOrigin, SampleKind, Step, StopReason } from '../types'
import { RecordProblem } from '../types'
import { scoreIn } from './score-line'

/** What a record says around its conversation. What it leaves out is null. */
export type ConversationRecord = {
  externalId: string
  task: string
  kind: SampleKind
  messages: readonly Message[]
  model?: string | null
  method?: Method
  attempt?: number | null
  reward?: number | null
  rewardOrigin?: RewardOrigin | null
  stopReason?: StopReason
  instance?: Partial<Instance>
}

/**
 * The trajectories of a conversation: one for each task that was appended to it. What stands before the episode is the
 * preamble, with few-shot examples marked; an opening that shows more than the instruction ends it.
 *
 * @throws RecordProblem where no message is an agent's
 */
export function trajectoriesOf(record: ConversationRecord): ParsedTrajectory[] {
  const { messages, task, kind, externalId } = record
  if (messages.every(({ by }) => by !== 'agent')) throw new RecordProblem('no message is the agent’s')
  const { prompt, examples, episodes } = kind === 'trajectory' ? takeApart(messages, task) : asOne(messages)
  const preamble = [...preambleOf(prompt), ...preambleOf(examples, examples.length)]
  return episodes.map((episode, i) => ({
    externalId: episodes.length === 1 ? externalId : `${externalId}/${i + 1}`,
    ...trajectory(record, episode, preamble),
  }))
}

function trajectory(
  record: ConversationRecord,
  { shown, opening, turns }: Episode,
  preamble: ParsedTrajectory['preamble'],
): Omit<ParsedTrajectory, 'externalId'> {
  const { task, kind } = record
  const instance = { ...instanceOf(task, opening, turns), ...record.instance }
  const steps = stepsOf(turns, kind === 'trajectory' ? task : 'chat', reading(record))
  const score = record.reward ?? scoreIn(steps.at(-1)?.observation ?? null)
  return {
    task,
    kind,
    model: record.model ?? null,
    method: record.method ?? 'unknown',
    attempt: record.attempt ?? null,
    rewardFinal: score,
    rewardMax: score,
    rewardOrigin: score === null ? null : (record.rewardOrigin ?? 'recorded'),
    stopReason: record.stopReason ?? stopOf(steps, score),
    preamble: [...preamble, ...preambleOf(shown), ...shownBeyond(instance.instruction, opening)],
    instance,
    steps,
  }
}

function reading({ task, kind }: ConversationRecord) {
  return { refused: refusedBy(task), userAnswers: kind !== 'trajectory' }
}

/** A chat begins with its first question: nothing in it is an example or an acknowledgement. */
function asOne(messages: readonly Message[]): ReturnType<typeof takeApart> {
  const start = messages.findIndex(({ by }) => by === 'agent')
  const asked = messages.slice(0, start)
  const opening = asked.findLast(({ by }) => by === 'user') ?? null
  const prompt = asked.filter((message) => message !== opening)
  return { prompt, examples: [], episodes: [{ shown: [], opening, turns: messages.slice(start) }] }
}

/** A run whose opening is not in the record is an instance of its own: nobody knows which problem it was. */
function instanceOf(task: string, opening: Message | null, turns: readonly Message[]): Instance {
  const said = opening?.content ?? ''
  const problem = problemOf(task, said)
  const key = problem.key === '' ? `unknown ${hash(turns.map(({ content }) => content).join('\n'))}` : problem.key
  return { ...problem, key, difficulty: null, split: null, gold: [] }
}

function shownBeyond(instruction: string, opening: Message | null): ParsedTrajectory['preamble'] {
  return opening === null || opening.content.trim() === instruction ? [] : preambleOf([opening])
}

function stopOf(steps: readonly Step[], score: number | null): StopReason {
  const last = steps.at(-1)
  if (last?.actionKind === 'terminal') return 'answered'
  return score !== null && score > 0 ? 'answered' : 'unknown'
}
