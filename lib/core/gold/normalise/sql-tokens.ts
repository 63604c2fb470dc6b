export type SqlTokenKind = 'space' | 'comment' | 'string' | 'quoted' | 'number' | 'word' | 'operator'

/** A piece of SQL as written. A string stands in single or double quotes, a quoted name in backticks or brackets. */
export type SqlToken = { kind: SqlTokenKind; text: string }

const space = /\s+/
const word = /[A-Za-z_@$\u0080-\uffff][\w@$\u0080-\uffff]*/
const number = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/
const string = /'(?:[^'\\]|\\[\s\S]|'')*'|"(?:[^"\\]|\\[\s\S]|"")*"/
const quoted = /`(?:[^`]|``)*`|\[[A-Za-z_][^[\]\n]*\]/
const comment = /--[^\n]*|#[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/
const operator = /<=>|<>|!=|<=|>=|==|\|\||&&|::|->>|->|[\s\S]/
const token = new RegExp(
  [space, word, number, string, quoted, comment, operator].map((each) => each.source).join('|'),
  'g',
)

/**
 * Cuts SQL into tokens that, joined, give the text again. Whatever is not SQL comes out as operators and words; an
 * unclosed quote is an operator of its own. Never throws.
 */
export function sqlTokens(sql: string): SqlToken[] {
  return (sql.match(token) ?? []).map((text) => ({ kind: kindOf(text), text }))
}

/** A token's kind, by how it begins. */
function kindOf(text: string): SqlTokenKind {
  const first = text.charAt(0)
  if (/\s/.test(first)) return 'space'
  if (/[\w@$\u0080-\uffff]/.test(first)) return first >= '0' && first <= '9' ? 'number' : 'word'
  if (text.length === 1) return first === '#' ? 'comment' : 'operator'
  if (first === "'" || first === '"') return 'string'
  if (first === '`' || first === '[') return 'quoted'
  if (first === '.') return 'number'
  return first === '#' || text.startsWith('--') || text.startsWith('/*') ? 'comment' : 'operator'
}
