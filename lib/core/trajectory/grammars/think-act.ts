import { readCall } from './calls'
import { acted, type Grammar, thought, unparsed } from './grammar'
import { fencedBlock, rationaleBefore, sectionsOf } from './sections'

/** AgentBench OS: "Think: …", "Act: bash" with a fenced block, "Act: finish", "Act: answer(220)". */
export const thinkAct: Grammar = (text) => {
  const sections = sectionsOf(text)
  const action = sections.find(({ label }) => label === 'action')
  if (!action) return onlyThinks(text)
  const rationale = rationaleBefore(text, action.start)
  const raw = text.slice(action.from).trim()
  const word = /^\w*/.exec(raw)?.[0].toLowerCase() ?? ''
  const block = fencedBlock(raw, 0)
  if (word === 'bash' && block) return acted(rationale, { name: 'bash', arguments: { command: block.body }, raw })
  if (/^(?:finish|submit|skip)\b/i.test(raw)) return acted(rationale, { name: word, arguments: {}, raw })
  const call = readCall(raw)
  return call === null ? unparsed(raw, rationale) : acted(rationale, { ...call.action, raw })
}

function onlyThinks(text: string) {
  const [first] = sectionsOf(text)
  const isThought = first?.label === 'thought' && first.start === 0
  return isThought ? thought(text.slice(first.from).trim(), text.trim()) : unparsed(text.trim())
}
