/**
 * Contamination by its definition and nothing else: every part of every example against every part of every training
 * text. Written apart from the engine, for its tests; it shares no code with it.
 */
export type NaiveDocument = { source: string; record: number; texts: string[] }

export type NaiveRule = { longerThan: number; skip: number; boilerplateAbove: number; lengths: number[] }

export type NaiveExample = {
  tokens: number
  contaminated: number
  contaminatedAt: number[]
  contaminatedWithout: number
  longest: number
  verbatim: string[]
  spans: { start: number; end: number; documents: string[] }[]
}

type Match = { start: number; end: number; document: string; ids: number[]; at: number }

/** @param encode  the tokenizer's reference implementation */
export function naive(
  examples: string[],
  documents: NaiveDocument[],
  rule: NaiveRule,
  encode: (text: string) => number[],
): NaiveExample[] {
  const training = documents.map((document) => ({ name: nameOf(document), ids: document.texts.map(encode) }))
  const found = examples.map((text) => {
    const ids = encode(text)
    const matches = training.flatMap(({ name, ids: texts }) =>
      texts.flatMap((other) => matchesBetween(ids, other, name, rule)),
    )
    return { text, ids, matches }
  })
  const frequent = boilerplate(found, rule)
  return found.map(({ text, ids, matches }) => ({
    tokens: ids.length,
    contaminated: covered(matches, rule.longerThan),
    contaminatedAt: rule.lengths.map((length) => covered(matches, length)),
    contaminatedWithout: covered(
      matches.filter((match) => grams(match, ids, rule).some((gram) => !frequent.has(gram))),
      rule.longerThan,
    ),
    longest: Math.max(0, ...matches.map(({ start, end }) => end - start)),
    verbatim: documents.filter((document) => holds(document, text)).map(nameOf),
    spans: outermost(matches),
  }))
}

const nameOf = ({ source, record }: { source: string; record: number }) => `${source}:${record}`

// Bytes can't tell a lone surrogate from the replacement character.
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd')

function holds({ texts }: NaiveDocument, text: string): boolean {
  const whole = wellFormed(text.trim())
  return whole !== '' && texts.some((other) => wellFormed(other).includes(whole))
}

/** The longest match that begins at each place of each text; the others from there are parts of it. */
function matchesBetween(ids: number[], other: number[], document: string, rule: NaiveRule): Match[] {
  const matches: Match[] = []
  for (let start = 0; start < ids.length; start++)
    for (let at = 0; at < other.length; at++) {
      let [mismatches, length] = [0, 0]
      for (let i = 0; start + i < ids.length && at + i < other.length; i++) {
        const isEqual = ids[start + i] === other[at + i]
        if (!isEqual && (i < 10 || ++mismatches > rule.skip)) break
        if (isEqual) length = i + 1
      }
      if (length > rule.longerThan) matches.push({ start, end: start + length, document, ids: other, at })
    }
  return matches
}

function covered(matches: Match[], longerThan: number): number {
  const tokens = new Set<number>()
  for (const [start, end] of furthest(matches.filter((match) => match.end - match.start > longerThan)))
    for (let token = start; token < end; token++) tokens.add(token)
  return tokens.size
}

/** The furthest end of the matches that begin at each place. */
function furthest(matches: Match[]): Map<number, number> {
  const ends = new Map<number, number>()
  for (const { start, end } of matches) ends.set(start, Math.max(end, ends.get(start) ?? 0))
  return ends
}

function outermost(matches: Match[]): NaiveExample['spans'] {
  const spans = [...furthest(matches)].map(([start, end]) => ({ start, end }))
  return spans
    .filter((one) => !spans.some((two) => two.start < one.start && two.end >= one.end))
    .map(({ start, end }) => {
      const same = matches.filter((match) => match.start === start && match.end === end)
      return { start, end, documents: [...new Set(same.map(({ document }) => document))] }
    })
    .sort((one, two) => one.start - two.start)
}

/** The n-grams of a match that are equal on both sides. */
function grams({ start, end, ids: other, at }: Match, ids: number[], { longerThan, skip }: NaiveRule): string[] {
  const width = skip === 0 ? longerThan + 1 : Math.min(longerThan + 1, 10)
  const [ours, theirs] = [allGrams(ids, width), allGrams(other, width)]
  return ours.slice(start, end - width + 1).filter((gram, i) => gram === theirs[at + i])
}

const made = new WeakMap<number[], string[]>()

/** Every n-gram of a text, spelled out; a text is only asked for one width. */
function allGrams(ids: number[], width: number): string[] {
  const known = made.get(ids)
  if (known) return known
  const all = ids.slice(0, Math.max(0, ids.length - width + 1)).map((_, i) => ids.slice(i, i + width).join(' '))
  made.set(ids, all)
  return all
}

/** The n-grams that matches have in too many documents. */
function boilerplate(found: { ids: number[]; matches: Match[] }[], rule: NaiveRule): Set<string> {
  const documents = new Map<string, Set<string>>()
  for (const { ids, matches } of found)
    for (const match of matches)
      for (const gram of grams(match, ids, rule)) {
        const holding = documents.get(gram) ?? new Set()
        documents.set(gram, holding.add(match.document))
      }
  return new Set([...documents].filter(([, holding]) => holding.size > rule.boilerplateAbove).map(([gram]) => gram))
}
