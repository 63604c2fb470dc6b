import { eachText } from './json-texts'

/** The fields that hold the text of an example where nobody names one, the first that is there. */
export const knownFields = [
  'text',
  'question',
  'instruction',
  'goal',
  'intent',
  'description',
  'prompt',
  'problem',
  'query',
  'task',
  'input',
  'sentence',
] as const

const game = /game\.tw-pddl$/

/**
 * The text of a test example: the string itself, the strings of the field, or the first known field; SVAMP's question
 * stands behind its body.
 *
 * @param goals  the goals of ALFWorld's games, where the example is the name of one
 * @returns null where there is none
 */
export function exampleText(
  record: unknown,
  field: string | null,
  goals: ReadonlyMap<string, string> | null,
): string | null {
  if (typeof record === 'string')
    return goals !== null && game.test(record) ? (goals.get(gameKey(record)) ?? null) : record
  if (typeof record !== 'object' || record === null) return null
  if (field !== null) {
    const texts: string[] = []
    eachText(record, field, (text) => texts.push(text))
    return texts.length === 0 ? null : texts.join('\n')
  }
  const members = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
  const [body, question] = [members.get('body'), members.get('question')]
  if (typeof body === 'string' && typeof question === 'string') return `${body} ${question}`
  for (const name of knownFields) {
    const value: unknown = members.get(name)
    if (typeof value === 'string') return value
  }
  return null
}

/** What a record calls itself, or null. */
export function exampleId(record: unknown): string | null {
  if (typeof record !== 'object' || record === null) return null
  const members = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]))
  for (const name of ['id', 'qid', 'task_id', 'question_id']) {
    const value: unknown = members.get(name)
    if (typeof value === 'string' || typeof value === 'number') return String(value)
  }
  return null
}

/** Whether records are names of ALFWorld's games. */
export const isGameList = (records: readonly unknown[]): boolean =>
  records.length > 0 && records.every((record) => typeof record === 'string' && game.test(record))

/**
 * The goals of ALFWorld's games by their key, of records that hold both: what stands behind "Your task is to: ", without
 * the number that ALFWorld adds.
 */
export function gameGoals(records: readonly unknown[]): Map<string, string> {
  const goals = new Map<string, string>()
  for (const record of records) {
    if (typeof record !== 'object' || record === null || !('goal' in record) || !('gamefile' in record)) continue
    if (typeof record.goal !== 'string' || typeof record.gamefile !== 'string') continue
    const goal = record.goal.slice(record.goal.lastIndexOf('Your task is to: ')).replace('Your task is to: ', '')
    goals.set(gameKey(record.gamefile), goal.replace(/___\d+$/, '').trim())
  }
  return goals
}

const gameKey = (file: string): string => file.slice(Math.max(0, file.search(/json_\d/)))
