import type { Action, ActionKind } from '../types'

/** What an agent's turn says, as its prompt asked it to be written. */
export type Said = { rationale: string | null; action: Action | null; kind: ActionKind | null }

/**
 * Reads an agent's turn. Total: what does not follow the grammar comes back as written, in an action of the kind
 * unparsed. Linear in the length of the text, whoever wrote it.
 */
export type Grammar = (text: string) => Said

/** The turn as it was written, for want of anything better. */
export function unparsed(raw: string, rationale: string | null = null): Said {
  return { rationale, action: { name: 'unparsed', arguments: {}, raw }, kind: 'unparsed' }
}

/** A turn with this action. */
export function acted(rationale: string | null, action: Action): Said {
  return { rationale, action, kind: 'act' }
}

/** A turn that only thinks: the thought is its rationale, the raw text says how it was written. */
export function thought(text: string, raw: string): Said {
  return { rationale: text, action: { name: 'think', arguments: {}, raw }, kind: 'think' }
}
