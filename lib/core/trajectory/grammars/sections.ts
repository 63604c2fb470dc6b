// Every repetition is bounded or of characters that nothing after it takes, so that no text can make it slow.
const label =
  /^[ \t>*#-]{0,8}(thought|think|rationale|reasoning|action|act|final answer|answer|observation|obs|value)[ \t]{0,4}\d{0,4}[ \t]{0,4}\*{0,2}:\*{0,2}/gim

export type Label = 'thought' | 'action' | 'final answer' | 'answer' | 'observation' | 'value'

/** A labelled part of a turn: where its label begins, where its text begins, where the next label begins. */
export type Section = { label: Label; start: number; from: number; to: number }

const spelled: Readonly<Record<string, Label>> = {
  thought: 'thought',
  think: 'thought',
  rationale: 'thought',
  reasoning: 'thought',
  action: 'action',
  act: 'action',
  'final answer': 'final answer',
  answer: 'answer',
  observation: 'observation',
  obs: 'observation',
  value: 'value',
}

/** The parts of a turn whose labels stand at the beginning of a line: "Thought: …", "ACTION 2: …". */
export function sectionsOf(text: string): Section[] {
  const sections: Section[] = []
  for (const found of text.matchAll(label)) {
    const name = spelled[(found[1] ?? '').toLowerCase()]
    if (name === undefined) continue
    const last = sections.at(-1)
    if (last) last.to = found.index
    sections.push({ label: name, start: found.index, from: found.index + found[0].length, to: text.length })
  }
  return sections
}

/** What stands before a place of a turn, without the label of a thought; null where nothing does. */
export function rationaleBefore(text: string, end: number): string | null {
  const before = text.slice(0, end).trim()
  const [first] = sectionsOf(before)
  const bare = first?.label === 'thought' && first.start === 0 ? before.slice(first.from).trim() : before
  return bare === '' ? null : bare
}

/** The first fenced block at or after a place: its language, its text, and whether its fence was closed. */
export function fencedBlock(text: string, from: number): { language: string; body: string; closed: boolean } | null {
  const open = text.indexOf('```', from)
  if (open === -1) return null
  const lineEnd = text.indexOf('\n', open)
  const inline = lineEnd === -1 || text.slice(open + 3, lineEnd).includes('```')
  const start = inline ? open + 3 : lineEnd + 1
  const close = text.indexOf('```', start)
  const body = text.slice(start, close === -1 ? undefined : close)
  return { language: inline ? '' : text.slice(open + 3, lineEnd).trim(), body: body.trim(), closed: close !== -1 }
}
