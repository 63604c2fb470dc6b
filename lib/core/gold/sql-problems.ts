import { canonicalSqlTokens, unwrapSql } from './normalise/sql'
import { type SqlToken, sqlTokens } from './normalise/sql-tokens'
import { sqlKeywords, statementVerbs } from './normalise/sql-words'

/** Something no database would accept, or would hardly have been meant: what, and the text that shows it. */
export type SqlProblem = {
  kind: 'no statement' | 'glued keyword' | 'unquoted name' | 'open quote' | 'unbalanced parentheses' | 'incomplete'
  text: string
}

/**
 * What is wrong with a statement by its form alone, whatever the database holds. A statement without problems need not
 * run; one with a problem was most likely damaged when it was collected.
 */
export function sqlProblems(sql: string): SqlProblem[] {
  const tokens = sqlTokens(unwrapSql(sql)).filter(({ kind }) => kind !== 'space' && kind !== 'comment')
  const folded = canonicalSqlTokens(sql)
  const [first] = folded
  if (first === undefined || !(statementVerbs.has(first) || first === '('))
    return [{ kind: 'no statement', text: sql.trim().slice(0, 60) }]
  return [
    ...gluedKeywords(tokens),
    ...unquotedNames(tokens),
    ...openQuotes(tokens),
    ...unbalanced(folded),
    ...unfinished(folded),
  ]
}

const clauses = ['FROM', 'WHERE', 'JOIN', 'GROUP', 'ORDER', 'HAVING', 'LIMIT', 'VALUES', 'SET']
const glued = new RegExp(`^[A-Za-z0-9_]*[a-z0-9](${clauses.join('|')})$`)

/** "LeagueFROM": a name that runs into the clause that follows it. */
function gluedKeywords(tokens: readonly SqlToken[]): SqlProblem[] {
  return tokens
    .filter(({ kind, text }) => kind === 'word' && glued.test(text))
    .map(({ text }) => ({ kind: 'glued keyword', text }))
}

const isName = (token: SqlToken | undefined) => token?.kind === 'word' && !sqlKeywords.has(token.text.toLowerCase())

/** "FROM Soccer Team Performance": three names in a row, where a table and its alias would be two. */
function unquotedNames(tokens: readonly SqlToken[]): SqlProblem[] {
  const at = tokens.findIndex((_, place) => [0, 1, 2].every((next) => isName(tokens[place + next])))
  if (at === -1) return []
  return [
    {
      kind: 'unquoted name',
      text: tokens
        .slice(at, at + 3)
        .map(({ text }) => text)
        .join(' '),
    },
  ]
}

function openQuotes(tokens: readonly SqlToken[]): SqlProblem[] {
  return tokens
    .filter(({ kind, text }) => kind === 'operator' && ["'", '"', '`'].includes(text))
    .slice(0, 1)
    .map(({ text }) => ({ kind: 'open quote', text }))
}

function unbalanced(folded: readonly string[]): SqlProblem[] {
  let depth = 0
  for (const token of folded) {
    if (token === '(') depth += 1
    if (token === ')') depth -= 1
    if (depth < 0) break
  }
  return depth === 0 ? [] : [{ kind: 'unbalanced parentheses', text: depth < 0 ? ')' : '(' }]
}

const needsMore = new Set(
  'select from where join on by having and or not in like between set values = < > , ( . + -'.split(' '),
)

/** Ends in a word or sign that something must follow. */
function unfinished(folded: readonly string[]): SqlProblem[] {
  const last = folded.at(-1)
  return last !== undefined && needsMore.has(last) ? [{ kind: 'incomplete', text: last }] : []
}
