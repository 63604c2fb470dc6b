import { readCall } from './calls'
import { acted, type Grammar, type Said, thought, unparsed } from './grammar'
import { fencedBlock, rationaleBefore, sectionsOf } from './sections'

/** ReAct: "Thought: …" and "Action: name[argument]" or "Action: name(first, second)", or "Final Answer: …". */
export const thoughtAction: Grammar = (text) => {
  const sections = sectionsOf(text)
  const action = sections.find(({ label }) => label === 'action')
  if (action) return act(text.slice(action.from), rationaleBefore(text, action.start))
  const final = sections.find(({ label }) => label === 'final answer' || label === 'answer')
  if (final) {
    const answer = text.slice(final.from).trim()
    const call = { name: 'answer', arguments: { answer }, raw: text.slice(final.start).trim() }
    return { rationale: rationaleBefore(text, final.start), action: call, kind: 'terminal' }
  }
  const [first] = sections
  if (first?.label === 'thought' && first.start === 0) return thought(text.slice(first.from).trim(), text.trim())
  return act(text, null)
}

function act(written: string, rationale: string | null): Said {
  const raw = written.trim()
  const call = readCall(raw)
  if (call?.action.name === 'think') return thought(String(call.action.arguments.thought ?? ''), raw)
  if (call) return acted(rationale, { ...call.action, raw })
  const block = fencedBlock(raw, 0)
  if (block?.language) {
    return acted(rationale, { name: block.language.toLowerCase(), arguments: { code: block.body }, raw })
  }
  const oneWord = /^[A-Za-z_]\w{0,40}$/.test(raw)
  return oneWord ? acted(rationale, { name: raw.toLowerCase(), arguments: {}, raw }) : unparsed(raw, rationale)
}
