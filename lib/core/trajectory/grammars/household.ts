import type { JsonObject } from '../types'
import { acted, type Grammar, thought, unparsed } from './grammar'
import { rationaleBefore, sectionsOf } from './sections'

/** ALFWorld: "THOUGHT: …", "ACTION: take mug 2 from diningtable 1". */
export const household: Grammar = (text) => {
  const sections = sectionsOf(text)
  const action = sections.find(({ label }) => label === 'action')
  if (action) {
    const raw = text.slice(action.from).trim()
    return command(raw, rationaleBefore(text, action.start))
  }
  const [first] = sections
  if (first?.label === 'thought' && first.start === 0) return thought(text.slice(first.from).trim(), text.trim())
  return command(text.trim(), null)
}

function command(raw: string, rationale: string | null) {
  const line = raw.split('\n', 1)[0]?.trim() ?? ''
  const think = /^think\s*[:[]\s*/i.exec(line)
  if (think) return thought(line.slice(think[0].length).replace(/\]$/, ''), raw)
  const call = readCommand(line)
  return call === null ? unparsed(raw, rationale) : acted(rationale, { ...call, raw })
}

/** A command of the household worlds: its verb, and objects by the part they play. Null for what is none. */
export function readCommand(line: string): { name: string; arguments: JsonObject } | null {
  if (line.length > longestCommand) return null
  const text = line.replace(/[.!]+$/, '').trim()
  for (const [name, pattern, parts] of commands) {
    const found = pattern.exec(text)
    if (!found) continue
    return { name, arguments: Object.fromEntries(parts.map((part, i) => [part, found[i + 1] ?? ''])) }
  }
  return null
}

const longestCommand = 300

// Bounded repetitions: the objects of these worlds are short, and a line of a megabyte is no command.
const thing = '([^\\s](?:.{0,98}?[^\\s])?)'
const commands: readonly (readonly [name: string, pattern: RegExp, parts: readonly string[]])[] = [
  ['go to', new RegExp(`^go to ${thing}$`, 'i'), ['receptacle']],
  ['open', new RegExp(`^open ${thing}$`, 'i'), ['object']],
  ['close', new RegExp(`^close ${thing}$`, 'i'), ['object']],
  ['take', new RegExp(`^(?:take|pick up) ${thing} from ${thing}$`, 'i'), ['object', 'receptacle']],
  ['put', new RegExp(`^(?:put|move) ${thing} (?:in/on|in|on|to) ${thing}$`, 'i'), ['object', 'receptacle']],
  ['clean', new RegExp(`^clean ${thing} with ${thing}$`, 'i'), ['object', 'with']],
  ['heat', new RegExp(`^heat ${thing} with ${thing}$`, 'i'), ['object', 'with']],
  ['cool', new RegExp(`^cool ${thing} with ${thing}$`, 'i'), ['object', 'with']],
  ['slice', new RegExp(`^slice ${thing} with ${thing}$`, 'i'), ['object', 'with']],
  ['use', new RegExp(`^(?:use|toggle) ${thing}$`, 'i'), ['object']],
  ['examine', new RegExp(`^examine ${thing}$`, 'i'), ['object']],
  ['look', /^look(?: around)?$/i, []],
  ['inventory', /^inventory$/i, []],
]
