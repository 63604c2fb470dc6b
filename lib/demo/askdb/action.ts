import type { Action } from '@/lib/core/trajectory/types'

const argumentNames: Readonly<Record<string, string>> = { describe: 'table', query: 'sql', answer: 'text' }

/** The action of a text: list_tables[], describe[table], query[SQL] or answer[text]. */
export function parseAction(raw: string): Action {
  const [, name, argument = ''] = /^(list_tables|describe|query|answer)\[([\s\S]*)\]$/.exec(raw) ?? []
  if (name === undefined) return { name: 'unparsed', arguments: {}, raw }
  const key = argumentNames[name]
  return { name, arguments: key === undefined ? {} : { [key]: argument }, raw }
}
