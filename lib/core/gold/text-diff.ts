import { diffArrays, diffChars, diffWordsWithSpace } from 'diff'
import { foldedToken, unwrapSql } from './normalise/sql'
import { type SqlToken, sqlTokens } from './normalise/sql-tokens'

/** A piece of two texts side by side: equal pieces may be written differently where the unit folds that away. */
export type Segment = { kind: 'equal' | 'removed' | 'added'; gold: string; actual: string }

/**
 * Two texts as segments: joined, their `gold` and `actual` give the texts again. `whole` says that the texts differ so
 * much that they are not shown piece by piece, except for a common beginning and end.
 */
export type TextDiff = { unit: 'word' | 'character' | 'token' | 'whole'; segments: Segment[] }

/** More insertions and deletions than this are no help to a reader, and take long to find. */
const mostEdits = 500

/** Compares two texts by word, or by character where one of them is a single word. */
export function diffText(gold: string, actual: string): TextDiff {
  const single = [gold, actual].some((text) => !/\S\s+\S/.test(text))
  const changes = (single ? diffChars : diffWordsWithSpace)(gold, actual, { maxEditLength: mostEdits })
  if (changes === undefined) return { unit: 'whole', segments: ends(gold, actual) }
  const segments = changes.map(({ added, removed, value }): Segment => {
    if (removed) return { kind: 'removed', gold: value, actual: '' }
    return added ? { kind: 'added', gold: '', actual: value } : { kind: 'equal', gold: value, actual: value }
  })
  return single ? byCharacter(gold, actual, segments) : { unit: 'word', segments }
}

/** Of two words that share less than this share of their characters the pieces would only confuse. */
const alike = 0.6

function byCharacter(gold: string, actual: string, segments: Segment[]): TextDiff {
  const shared = segments.reduce((sum, { kind, gold: text }) => sum + (kind === 'equal' ? text.length : 0), 0)
  if (gold === '' || actual === '' || shared >= alike * Math.max(gold.length, actual.length))
    return { unit: 'character', segments }
  const whole: Segment[] = [
    { kind: 'removed', gold, actual: '' },
    { kind: 'added', gold: '', actual },
  ]
  return { unit: 'whole', segments: whole }
}

type Written = { folded: string; text: string }

/** Compares two SQL texts by token: case, quotes, white space and comments do not differ. */
export function diffSql(gold: string, actual: string): TextDiff {
  const [goldTokens, actualTokens] = [writtenTokens(gold), writtenTokens(actual)]
  const changes = diffArrays(goldTokens, actualTokens, {
    comparator: (a, b) => a.folded === b.folded,
    maxEditLength: mostEdits,
  })
  if (changes === undefined) return { unit: 'whole', segments: ends(unwrapSql(gold), unwrapSql(actual)) }
  let [goldAt, actualAt] = [0, 0]
  const segments = changes.map(({ added, removed, count }): Segment => {
    const kind = removed ? 'removed' : added ? 'added' : 'equal'
    const [fromGold, fromActual] = [added ? 0 : count, removed ? 0 : count]
    const segment = {
      kind,
      gold: joined(goldTokens.slice(goldAt, goldAt + fromGold)),
      actual: joined(actualTokens.slice(actualAt, actualAt + fromActual)),
    } as const
    goldAt += fromGold
    actualAt += fromActual
    return segment
  })
  return { unit: 'token', segments }
}

const joined = (tokens: readonly Written[]) => tokens.map(({ text }) => text).join('')

const isSilent = ({ kind }: SqlToken) => kind === 'space' || kind === 'comment'

/** The tokens that count, each with what follows it and does not: white space, comments, a closing semicolon. */
function writtenTokens(sql: string): Written[] {
  const written: Written[] = []
  let before = ''
  for (const token of sqlTokens(unwrapSql(sql))) {
    const last = written.at(-1)
    if (!isSilent(token)) {
      written.push({ folded: foldedToken(token), text: before + token.text })
      before = ''
    } else if (last) last.text += token.text
    else before += token.text
  }
  const [end, ending] = [written.at(-1), written.at(-2)]
  if (end && ending && end.folded === ';') {
    ending.text += end.text
    written.pop()
  }
  return before === '' ? written : [...written, { folded: '', text: before }]
}

function ends(gold: string, actual: string): Segment[] {
  const most = Math.min(gold.length, actual.length)
  let head = 0
  while (head < most && gold[head] === actual[head]) head += 1
  let tail = 0
  while (tail < most - head && gold.at(-1 - tail) === actual.at(-1 - tail)) tail += 1
  const equal = (text: string): Segment => ({ kind: 'equal', gold: text, actual: text })
  const all: Segment[] = [
    equal(gold.slice(0, head)),
    { kind: 'removed', gold: gold.slice(head, gold.length - tail), actual: '' },
    { kind: 'added', gold: '', actual: actual.slice(head, actual.length - tail) },
    equal(gold.slice(gold.length - tail)),
  ]
  return all.filter((segment) => segment.gold !== '' || segment.actual !== '')
}
