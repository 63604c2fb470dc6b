import { type Message, saying } from '../conversation'
import { keyPart } from '../instance-key'
import type { Json, ParsedTrajectory } from '../types'
import { RecordProblem } from '../types'
import { trajectoriesOf } from './conversation-record'
import type { Format, ParseContext } from './format'
import { scoreIn } from './score-line'
import { taskOfPrompt } from './task-of'

const summary = /\n\d{1,9}(?: -?\d{1,9}(?:\.\d{1,20})?){3}\s*$/

/**
 * ReAct's text log, as its WebShop notebook prints it: blocks between ruler lines, each a number and then pairs of
 * "Action: …" and "Observation: …" divided by blank lines, thinking included as an action, ended by the running averages.
 * A block with averages and without a score is a run that earned nothing. The prompt is not in the log.
 */
export const reactLog: Format = {
  name: 'react-log',
  title: 'ReAct text log',
  input: 'text',
  container: { kind: 'blocks' },
  recognise: (sample) =>
    typeof sample === 'string' && /^-{5,80}[ \t]{0,8}\r?\n\d{1,9}\r?\nAction: /.test(sample)
      ? { sure: true, reason: 'blocks between rulers, each with lines of Action and Observation' }
      : null,
  read: readBlock,
  completeness: () => ({ prompt: 'missing', menu: 'present', images: 'present', earlierTurns: 'present' }),
}

function readBlock(record: Json, context: ParseContext): ParsedTrajectory[] {
  const text = typeof record === 'string' ? record.replaceAll('\r\n', '\n') : ''
  const end = summary.exec(text.slice(-300))?.[0] ?? ''
  const pairs = pairsOf(text.slice(0, text.length - end.length))
  if (pairs.length === 0) throw new RecordProblem('the block holds no "Action: " line: it is no run')
  const [first] = pairs
  const opening = first?.action === 'reset' ? first : null
  const turns = opening === null ? pairs : pairs.slice(1)
  const messages = [...(opening ? [saying('user', 'user', opening.observation)] : []), ...turns.flatMap(messagesOf)]
  const score = scoreIn(turns.at(-1)?.observation ?? null)
  const goal = opening === null ? '' : goalOf(opening.observation)
  return trajectoriesOf({
    externalId: /^\s{0,9}(\d{1,9})\s/.exec(text)?.[1] ?? `${context.ordinal}`,
    task: context.task ?? taskOfPrompt([opening?.observation ?? '']) ?? 'webshop',
    kind: 'trajectory',
    messages,
    method: 'exploration',
    reward: score ?? (end === '' ? null : 0),
    stopReason: score === null ? (end === '' ? 'cut output' : 'turn limit') : 'answered',
    instance: goal === '' ? {} : { key: keyPart(goal), instruction: goal },
  })
}

type Pair = { action: string; observation: string }

function pairsOf(text: string): Pair[] {
  return `\n${text}`
    .split('\nAction: ')
    .slice(1)
    .map((part) => {
      const at = part.indexOf('\nObservation:')
      if (at === -1) return { action: part.trim(), observation: '' }
      return { action: part.slice(0, at).trim(), observation: part.slice(at + '\nObservation:'.length).trim() }
    })
}

function messagesOf({ action, observation }: Pair): Message[] {
  return [saying('assistant', 'agent', action), saying('observation', 'environment', observation)]
}

function goalOf(page: string): string {
  const at = page.indexOf('Instruction:')
  return at === -1
    ? ''
    : (
        page
          .slice(at + 12)
          .trim()
          .split('\n', 1)[0] ?? ''
      ).trim()
}
