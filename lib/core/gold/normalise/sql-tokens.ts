export type SqlTokenKind = 'space' | 'comment' | 'string' | 'quoted' | 'number' | 'word' | 'operator'

/** A piece of SQL as written. A string stands in single or double quotes, a quoted name in backticks. */
export type SqlToken = { kind: SqlTokenKind; text: string }

const patterns: readonly (readonly [kind: SqlTokenKind, pattern: RegExp])[] = [
  ['space', /\s+/y],
  ['comment', /--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y],
  ['string', /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"/y],
  ['quoted', /`(?:[^`]|``)*`/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['word', /[\p{L}_@$][\p{L}\p{N}_@$]*/uy],
  ['operator', /<=>|<>|!=|<=|>=|==|\|\||&&|::|->>?|[\s\S]/uy],
]

/**
 * Cuts SQL into tokens that, joined, give the text again. Whatever is not SQL comes out as operators and words; an
 * unclosed quote is an operator of its own. Never throws.
 */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = []
  let at = 0
  while (at < sql.length) {
    const token = tokenAt(sql, at)
    tokens.push(token)
    at += token.text.length
  }
  return tokens
}

function tokenAt(sql: string, at: number): SqlToken {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const found = pattern.exec(sql)
    if (found) return { kind, text: found[0] }
  }
  return { kind: 'operator', text: sql.charAt(at) }
}
