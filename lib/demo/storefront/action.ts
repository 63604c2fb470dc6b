import type { Action } from '@/lib/core/trajectory/types'

/** The action of a text: search[words] or click[target]. */
export function parseAction(raw: string): Action {
  const [, name, target = ''] = /^(search|click)\[([\s\S]*)\]$/.exec(raw) ?? []
  if (name === undefined) return { name: 'unparsed', arguments: {}, raw }
  return { name, arguments: name === 'search' ? { words: target } : { target }, raw }
}
