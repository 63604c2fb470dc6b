import { type Spell, spellings } from './json-spelling'

export type RandomCase = {
  examples: string[]
  /** JSON Lines of each source, and the texts of each line. */
  sources: { source: string; lines: { line: string; texts: string[] }[] }[]
  longerThan: number
  skip: number
  boilerplateAbove: number
}

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Units that texts are put together from: few enough that texts share some by chance. */
const scripts = [
  ['the', ' cat', ' sat on', ' a mat', '.', ' Then', ' it ran', ', and', ' slept', '\n', ' 42', ' kg'],
  ['1', '2', ' 3', '+', '=', '(', ')', '.', '\n', ' ', '0', '**'],
  ['我', '能', '吞下', '玻璃', '而不', '伤', '身体', '。', '年', '月', 'の', ' '],
  ['Бы', 'стра', 'я ', 'лиса', ' прыгает', '\n', 'é', ' ç', 'ñ', '–', '“', '”'],
  ['🦙', '👩‍👩‍👧', '❤️', '𠮷', ' a', '🏳️‍🌈', '!', 'Ꙋ', '\u{c0020}', ' ', 'x', '🦙🦙'],
  ['if (x) {\n', '\t', '    ', 'return "a\\b";', '\n}', ' // ', '/', '"', '\\n', '\\', "'", ';'],
  ['\u0001', '\u001b[0m', '\u007f', '\u2028', '\ufffd', '\ud83d', '▁', ' ', 'b', '\r\n', '\u0000', 'c'],
]

/** A case in one or several scripts, with parts of the examples planted in training and its lines spelled at random. */
export function randomCase(seed: number): RandomCase {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] ?? items[0] ?? never()
  const units = random() < 0.7 ? pick(scripts) : [...pick(scripts), ...pick(scripts)]
  const text = (length: number) => Array.from({ length }, () => pick(units)).join('')
  const stem = text(below(12))
  const examples = Array.from({ length: 1 + below(5) }, () => (random() < 0.3 ? stem : '') + text(below(40)))
  const planted = () => {
    const example = Array.from(pick(examples))
    const from = below(example.length + 1)
    const part = random() < 0.3 ? example : example.slice(from, from + 1 + below(80))
    for (let changes = random() < 0.4 ? below(4) : 0; changes > 0; changes--) part[below(part.length)] = pick(units)
    return part.join('')
  }
  const texts = () =>
    Array.from({ length: 1 + below(3) }, () =>
      Array.from({ length: 1 + below(3) }, () => (random() < 0.6 ? planted() : text(below(12)))).join(
        random() < 0.5 ? '' : ' ',
      ),
    )
  // Little beside noise: whoever overlooks it overlooks the line.
  const little = () => {
    const example = Array.from(pick(examples))
    const from = below(example.length + 1)
    return text(below(4)) + example.slice(from, from + 8 + below(50)).join('') + text(below(4))
  }
  const line = () => {
    const kind = random()
    const own = kind < 0.1 ? [stem] : kind < 0.5 ? [little()] : kind < 0.6 ? [text(below(40))] : texts()
    return { line: inJson(own, pick(spellings), random), texts: own }
  }
  const sources = Array.from({ length: 1 + below(3) }, (_, number) => ({
    source: `source-${number}`,
    lines: Array.from({ length: below(12) }, line),
  }))
  const longerThan = random() < 0.5 ? 10 : 1 + below(14)
  return { examples, sources, longerThan, skip: random() < 0.5 ? 0 : 1 + below(4), boilerplateAbove: 1 + below(4) }
}

function never(): never {
  throw new Error('nothing to pick from')
}

/** The texts in one of the shapes that records have; numbers and keys stand between them. */
function inJson(texts: readonly string[], spell: Spell, random: () => number): string {
  const strings = texts.map((text) => `"${Array.from(text, (character) => spell(character, random)).join('')}"`)
  const shape = Math.floor(random() * 4)
  if (shape === 0) return `[${strings.join(',')}]`
  if (shape === 1)
    return `{"messages": [${strings.map((string) => `{"n": 3, "value": ${string}}`).join(', ')}], "x": null}`
  if (shape === 2) return ` { ${strings.map((string, at) => `"k${at}" : ${string}`).join(' ,\t')} } \r`
  return strings.length === 1 ? (strings[0] ?? '') : `[[${strings.join('],[')}],7.5]`
}
