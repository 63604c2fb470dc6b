import { z } from 'zod'
import { keyPart } from '../instance-key'
import type { Action, Json, ParsedTrajectory, Step } from '../types'
import { RecordProblem } from '../types'
import { checked } from './checked'
import type { Format, ParseContext } from './format'
import { readLines } from './session-lines'

const page = z.object({
  page: z.string(),
  url: z.string(),
  goal: z.object({ instruction_text: z.string(), asin: z.string().optional() }),
  content: z
    .object({
      keywords: z.union([z.array(z.string()), z.string()]).optional(),
      asin: z.string().optional(),
      page: z.union([z.string(), z.number()]).optional(),
      options: z.record(z.string(), z.json()).optional(),
    })
    .loose()
    .optional(),
  reward: z.number().optional(),
})
type Page = z.infer<typeof page>

/**
 * WebShop's logs of people's sessions: JSON lines of states, one file a session. They hold where a person was, not what
 * they did: an action is what leads from one state to the next, and its text is ours. What they saw is not logged
 * either, pictures least of all.
 */
export const webShopSession: Format = {
  name: 'webshop-session',
  title: 'WebShop session of a person',
  input: 'text',
  container: { kind: 'whole' },
  recognise: (sample) =>
    typeof sample === 'string' &&
    /^\{"page":\s?"[a-z_]{1,40}",\s?"url":/.test(sample) &&
    sample.includes('"instruction_text"')
      ? { sure: true, reason: 'lines with page, url and goal' }
      : null,
  read: (record, context) => [readSession(record, context)],
  completeness: () => ({ prompt: 'missing', menu: 'missing', images: 'missing', earlierTurns: 'present' }),
}

function readSession(record: Json, context: ParseContext): ParsedTrajectory {
  const { lines } = readLines(typeof record === 'string' ? record : '')
  const pages = lines.map((each, i) => checked(page, each, [`line ${i + 1}`]))
  const [first] = pages
  if (first === undefined) throw new RecordProblem('the session holds no page')
  const last = pages.at(-1)
  const reward = last?.reward ?? null
  const goal = first.goal.instruction_text
  return {
    externalId: (context.sourceName.split(/[\\/]/).at(-1) ?? '').replace(/\.jsonl$/, '') || `${context.ordinal}`,
    task: context.task ?? 'webshop',
    kind: 'trajectory',
    model: null,
    method: 'human',
    attempt: null,
    rewardFinal: reward,
    rewardMax: reward,
    rewardOrigin: reward === null ? null : 'recorded',
    stopReason: last?.page === 'done' ? 'answered' : 'unknown',
    preamble: [],
    instance: {
      key: keyPart(goal),
      groupKey: null,
      clusterKey: null,
      instruction: goal,
      difficulty: null,
      split: null,
      gold: [],
    },
    steps: pages.slice(1).map((to, i) => stepOf(pages[i] ?? first, to, i + 1)),
  }
}

function stepOf(from: Page, to: Page, turn: number): Step {
  const action = actionOf(from, to)
  return {
    turn,
    rationale: null,
    action,
    actionKind: action.name === 'unparsed' ? 'unparsed' : 'act',
    observation: JSON.stringify({ page: to.page, ...to.content }),
    observationKind: 'environment',
    errored: null,
    reward: to.reward ?? null,
    loss: null,
  }
}

function actionOf(from: Page, to: Page): Action {
  switch (to.page) {
    case 'search_results':
      if (from.page === 'search_results') return click(pageOf(to) > pageOf(from) ? 'Next >' : '< Prev')
      return from.page === 'index' ? search(to) : click('< Prev')
    case 'item_page': {
      if (from.page === 'search_results') return click(to.content?.asin ?? '')
      const chosen = optionChosen(from, to)
      return click(from.page === 'item_page' && chosen !== null ? chosen : '< Prev')
    }
    case 'item_sub_page':
      return click(subPage(to.url))
    case 'done':
      return click('Buy Now')
    case 'index':
      return click('Back to Search')
    default:
      return { name: 'unparsed', arguments: {}, raw: to.url }
  }
}

function search({ content }: Page): Action {
  const words = content?.keywords ?? ''
  const query = Array.isArray(words) ? words.join(' ') : words
  return { name: 'search', arguments: { query }, raw: `search[${query}]` }
}

function click(target: string): Action {
  return { name: 'click', arguments: { target }, raw: `click[${target}]` }
}

function pageOf({ content }: Page): number {
  return Number(content?.page ?? 1)
}

function optionChosen(from: Page, to: Page): string | null {
  const before = from.content?.options ?? {}
  for (const [name, value] of Object.entries(to.content?.options ?? {})) {
    if (before[name] !== value && typeof value === 'string') return value
  }
  return null
}

/** …/item_sub_page/SESSION/ASIN/KEYWORDS/PAGE/Description/OPTIONS: the part before the last. */
function subPage(url: string): string {
  const part = url.split('/').at(-2) ?? ''
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
