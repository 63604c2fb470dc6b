import { acted, type Grammar, unparsed } from './grammar'

/** InterCode Bash: the command itself, `execute[…]`, or `submit`. */
export const bash: Grammar = (text) => {
  const raw = text.trim()
  if (raw === '') return unparsed(raw)
  if (/^(?:submit|skip)$/i.test(raw)) return acted(null, { name: raw.toLowerCase(), arguments: {}, raw })
  const wrapped = /^execute\s*\[/i.exec(raw)
  const to = raw.endsWith(']') ? raw.length - 1 : raw.length
  const command = wrapped ? raw.slice(wrapped[0].length, to).trim() : raw
  return acted(null, { name: 'bash', arguments: { command }, raw })
}
