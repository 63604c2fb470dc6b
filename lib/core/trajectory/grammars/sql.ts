import { acted, type Grammar, unparsed } from './grammar'

const statement =
  /^[\s(;]*(?:select|with|show|desc|describe|explain|use|set|insert|update|delete|replace|create|alter|drop|truncate|begin|start|commit|rollback|call|pragma|values)\b/i

/** InterCode SQL: the statement itself, `execute[…]`, or `submit`. A missing bracket is an output that was cut. */
export const sql: Grammar = (text) => {
  const raw = text.trim()
  if (/^submit\s*;?$/i.test(raw)) return acted(null, { name: 'submit', arguments: {}, raw })
  const wrapped = /^execute\s*\[/i.exec(raw)
  if (wrapped) {
    const to = raw.endsWith(']') ? raw.length - 1 : closing(raw)
    return acted(null, { name: 'execute', arguments: { sql: raw.slice(wrapped[0].length, to).trim() }, raw })
  }
  return statement.test(raw) ? acted(null, { name: 'execute', arguments: { sql: raw }, raw }) : unparsed(raw)
}

/** Whether an `execute[…]` lacks its closing bracket: the output was cut off. */
export function isCut(text: string): boolean {
  return /^\s*execute\s*\[/i.test(text) && !text.includes(']')
}

function closing(raw: string): number {
  const at = raw.lastIndexOf(']')
  return at === -1 ? raw.length : at
}
