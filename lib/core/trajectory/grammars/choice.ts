import { acted, type Grammar, unparsed } from './grammar'
import { rationaleBefore, sectionsOf } from './sections'

/** Mind2Web: "Thought: …", "Answer: C.", "Action: SELECT", "Value: Pick-up". */
export const choice: Grammar = (text) => {
  const sections = sectionsOf(text)
  const at = (wanted: string) => sections.find(({ label }) => label === wanted)
  const answer = at('answer')
  if (!answer) return unparsed(text.trim())
  const body = (section: { from: number; to: number } | undefined) =>
    section === undefined ? null : text.slice(section.from, section.to).trim()
  const rationale = rationaleBefore(text, answer.start)
  const raw = text.slice(answer.start).trim()
  const letter = /^\(?([A-Z])\b/.exec(body(answer) ?? '')?.[1]
  if (letter === undefined) return unparsed(raw, rationale)
  const action = body(at('action'))
  const value = body(at('value'))
  if (action === null && letter !== 'A') return unparsed(raw, rationale)
  const name = action === null ? 'none' : (/^\w+/.exec(action)?.[0].toLowerCase() ?? 'none')
  return acted(rationale, { name, arguments: value === null ? { choice: letter } : { choice: letter, value }, raw })
}
