import type { QueryKeyName } from './keys'
import { lex } from './lex'

const plain = /^[^\s",]+$/u

/** A value as it is written in a query: quoted where it holds white space, a comma or a quotation mark. */
export function writeValue(value: string): string {
  return plain.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`
}

const written = (key: string, values: readonly string[]) => `${key}:${values.map(writeValue).join(',')}`

/** The values that a query asks of a key, negated terms left out. */
export function valuesOf(text: string, key: QueryKeyName): string[] {
  return lex(text)
    .filter((token) => token.key === key && !token.negated)
    .flatMap((token) => token.values)
}

/** The query with exactly these values asked of a key (none removes it); everything else stays as it was typed. */
export function withValues(text: string, key: QueryKeyName, values: readonly string[]): string {
  const kept = lex(text).filter((token) => token.key !== key || token.negated)
  const others = kept.map((token) => text.slice(token.start, token.end))
  return [...others, ...(values.length > 0 ? [written(key, values)] : [])].join(' ')
}

/** The query with one value of a key switched on or off: what a click on a facet does. */
export function toggleValue(text: string, key: QueryKeyName, value: string): string {
  const values = valuesOf(text, key)
  return withValues(text, key, values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
}
