import { readInner } from '../decode'
import type { JsonObject } from '../types'
import { acted, type Grammar, unparsed } from './grammar'

/** MedAgentBench: "GET url", "POST url" with a body on the lines below, "FINISH([…])". */
export const request: Grammar = (text) => {
  const raw = text.trim()
  const finish = /^FINISH\(/.exec(raw)
  if (finish) {
    const end = raw.lastIndexOf(')')
    const answer = readInner(raw.slice(finish[0].length, end === -1 ? undefined : end).trim())
    return acted(null, { name: 'finish', arguments: { answer }, raw })
  }
  const found = /^(GET|POST) (\S{1,4000})/.exec(raw)
  if (!found) return unparsed(raw)
  const rest = raw.slice(found[0].length).trim()
  const url = found[2] ?? ''
  const given: JsonObject = rest === '' ? { url } : { url, body: readInner(rest) }
  return acted(null, { name: (found[1] ?? '').toLowerCase(), arguments: given, raw })
}
