import { readInner } from '../decode'
import { acted, type Grammar, unparsed } from './grammar'
import { fencedBlock, rationaleBefore, sectionsOf } from './sections'

/** dbbench: "Action: Operation" with a fenced statement, or "Action: Answer" with "Final Answer: […]". */
export const operation: Grammar = (text) => {
  const action = sectionsOf(text).find(({ label }) => label === 'action')
  if (!action) return unparsed(text.trim())
  const rationale = rationaleBefore(text, action.start)
  const raw = text.slice(action.from).trim()
  const word = /^[a-z]*/i.exec(raw)?.[0].toLowerCase()
  if (word === 'operation') {
    const block = fencedBlock(raw, 0)
    if (block) return acted(rationale, { name: 'execute', arguments: { sql: block.body }, raw })
  }
  if (word === 'answer') {
    const final = sectionsOf(raw).find(({ label }) => label === 'final answer')
    if (final)
      return acted(rationale, { name: 'answer', arguments: { answer: readInner(raw.slice(final.from).trim()) }, raw })
  }
  return unparsed(raw, rationale)
}
