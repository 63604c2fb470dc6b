import type { Random } from './random'

/**
 * Sentences from a small grammar: [one|another|] chooses, {slot} fills, {a slot} puts the article before, {cap slot}
 * starts with a capital, and <…> marks the words that carry a claim. The grammar is read once per template.
 */
type Node = string | { choose: Node[][] } | { slot: string; how: 'plain' | 'a' | 'cap' } | { mark: Node[] }

export type Slots = Readonly<Record<string, string>>

/** A sentence, and the words in it that carry the claim (the whole sentence where none are marked). */
export type Marked = { text: string; claim: string }

const read = new Map<string, Node[]>()

/** @throws Error naming the template when a bracket has no partner */
function compile(template: string): Node[] {
  const known = read.get(template)
  if (known) return known
  const reader = { template, at: 0 }
  const nodes = sequence(reader, '')
  if (reader.at < template.length) throw new Error(`phrase: unexpected ${template[reader.at]} in: ${template}`)
  read.set(template, nodes)
  return nodes
}

function sequence(reader: { template: string; at: number }, until: string): Node[] {
  const nodes: Node[] = []
  let literal = ''
  const flush = () => {
    if (literal !== '') nodes.push(literal)
    literal = ''
  }
  while (reader.at < reader.template.length) {
    const char = reader.template[reader.at] ?? ''
    if (until.includes(char)) break
    if (char === ']' || char === '>' || char === '}') break
    if ('[{<'.includes(char)) {
      flush()
      reader.at += 1
      nodes.push(char === '[' ? choice(reader) : char === '{' ? slot(reader) : marked(reader))
    } else {
      literal += char
      reader.at += 1
    }
  }
  flush()
  return nodes
}

function choice(reader: { template: string; at: number }): Node {
  const choose: Node[][] = []
  for (;;) {
    choose.push(sequence(reader, '|'))
    const end = reader.template[reader.at]
    reader.at += 1
    if (end === ']') return { choose }
    if (end !== '|') throw new Error(`phrase: [ without ] in: ${reader.template}`)
  }
}

function slot(reader: { template: string; at: number }): Node {
  const end = reader.template.indexOf('}', reader.at)
  if (end < 0) throw new Error(`phrase: { without } in: ${reader.template}`)
  const [first = '', second] = reader.template.slice(reader.at, end).split(' ')
  reader.at = end + 1
  if (second === undefined) return { slot: first, how: 'plain' }
  return { slot: second, how: first === 'a' ? 'a' : 'cap' }
}

function marked(reader: { template: string; at: number }): Node {
  const mark = sequence(reader, '>')
  if (reader.template[reader.at] !== '>') throw new Error(`phrase: < without > in: ${reader.template}`)
  reader.at += 1
  return { mark }
}

/** a pear, an apple, an hour: by sound as far as the first letters tell. */
export function withArticle(noun: string): string {
  return `${/^(?:[aeio]|un(?!i)|um|hour)/i.test(noun) ? 'an' : 'a'} ${noun}`
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function fill(name: string, how: 'plain' | 'a' | 'cap', slots: Slots): string {
  const value = slots[name]
  if (value === undefined) throw new Error(`phrase: no value for {${name}}`)
  if (how === 'plain') return value
  return how === 'a' ? withArticle(value) : capital(value)
}

type Written = { text: string; claims: [start: number, end: number][] }

function append(written: Written, literal: string): void {
  const joined = written.text === '' || written.text.endsWith(' ') ? literal.trimStart() : literal
  written.text = /^[.,;:?!]/.test(joined) ? written.text.trimEnd() + joined : written.text + joined
}

function render(nodes: readonly Node[], random: Random, slots: Slots, written: Written): void {
  for (const node of nodes) {
    if (typeof node === 'string') append(written, node)
    else if ('choose' in node) render(random.pick(node.choose), random, slots, written)
    else if ('slot' in node) written.text += fill(node.slot, node.how, slots)
    else {
      const start = written.text.length
      render(node.mark, random, slots, written)
      written.claims.push([start, written.text.length])
    }
  }
}

/** Templates a speaker has used, so that it does not say the same thing twice in a row. */
export type Said = Set<string>

function choose(random: Random, templates: readonly string[], said: Said | undefined): string {
  if (!said) return random.pick(templates)
  const fresh = templates.filter((template) => !said.has(template))
  if (fresh.length === 0) for (const template of templates) said.delete(template)
  const chosen = random.pick(fresh.length === 0 ? templates : fresh)
  said.add(chosen)
  return chosen
}

/** One of the templates, filled, with its claim. A sentence that begins with a word of ours begins with a capital. */
export function mark(random: Random, templates: readonly string[], slots: Slots, said?: Said): Marked {
  const template = choose(random, templates, said)
  const written: Written = { text: '', claims: [] }
  render(compile(template), random, slots, written)
  const text = template.startsWith('{') ? written.text : capital(written.text)
  const [start, end] = written.claims[0] ?? [0, text.length]
  return { text: text.trimEnd(), claim: text.slice(start, end).trim() }
}

/** One of the templates, filled. */
export function say(random: Random, templates: readonly string[], slots: Slots = {}, said?: Said): string {
  return mark(random, templates, slots, said).text
}

/** A text with its slots filled and nothing else changed. */
export function filled(text: string, slots: Slots): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => fill(name, 'plain', slots))
}

/** one, two and three. */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
