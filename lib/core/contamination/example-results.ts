import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import type { Combined } from './combined'
import { outermostMatches } from './coverage'
import { type CountsHit, type Lists, lists } from './document-lists'
import type { Evidence } from './evidence'
import type { ExampleResult, Span, VerbatimDocuments } from './result'
import { type TestExample, type TestTexts, tokenCount } from './test-texts'
import { TextOffsets } from './text-offsets'

/** What has been measured of each text. */
export type TextMeasures = {
  /** For each position the tokens of the longest match that begins there. */
  longest: Int32Array
  longestOfText: Int32Array
  contaminated: Int32Array
  contaminatedAt: readonly Int32Array[]
  contaminatedWithout: Int32Array
  verbatim: (VerbatimDocuments | null)[]
}

/** The examples one by one. Examples with equal texts have equal results. */
export function exampleResults(
  examples: readonly TestExample[],
  sides: TestTexts,
  measures: TextMeasures,
  shortest: number,
  spansOf: (text: number) => Span[],
): ExampleResult[] {
  const spans: (Span[] | undefined)[] = []
  return examples.map(({ task, id }, example) => {
    const text = sides.textOf[example] ?? 0
    const tokens = tokenCount(sides, text)
    const contaminated = measures.contaminated[text] ?? 0
    const own = spans[text] ?? spansOf(text)
    spans[text] = own
    return {
      task,
      id,
      tokens,
      contaminated,
      rate: tokens === 0 ? 0 : contaminated / tokens,
      longest: measures.longestOfText[text] ?? 0,
      tooShort: tokens < shortest,
      verbatim: measures.verbatim[text] ?? null,
      contaminatedAt: measures.contaminatedAt.map((covered) => covered[text] ?? 0),
      contaminatedWithout: measures.contaminatedWithout[text] ?? 0,
      spans: own,
    }
  })
}

/** The spans of a text with the documents they came from. */
export function spanFinder(
  sides: TestTexts,
  tokenizer: Tokenizer,
  longest: Int32Array,
  firsts: Int32Array,
  evidence: Evidence,
): (text: number) => Span[] {
  return (text) => {
    const matches = outermostMatches(sides, longest, text)
    if (matches.length === 0) return []
    const own = sides.texts[text] ?? ''
    const ends = tokenizer.ends(own)
    const offsets = new TextOffsets(own)
    const base = sides.starts[text] ?? 0
    return matches.map(([start, end]) => ({
      start,
      end,
      characters: ends && {
        start: offsets.start(ends[start - 1] ?? 0),
        end: offsets.end(ends[end - 1] ?? 0),
      },
      documents: evidence.documents(firsts[base + start] ?? 0, base + start, end - start),
    }))
  }
}

/** For each text the documents that hold the whole of it. */
export function verbatimDocuments(
  combined: Combined,
  texts: number,
  named: number,
  counts: (source: number, place: number) => boolean,
): (VerbatimDocuments | null)[] {
  const { verbatimTexts, verbatimSources, verbatimPlaces, sources } = combined
  const found: Lists = lists(texts, (add) => {
    for (let finding = 0; finding < verbatimTexts.length; finding++)
      if (counts(verbatimSources.at(finding), verbatimPlaces.at(finding))) add(verbatimTexts.at(finding), finding)
  })
  return Array.from({ length: texts }, (_, text) => {
    const findings = found.values.subarray(found.starts[text], found.starts[text + 1])
    if (findings.length === 0) return null
    const first = Array.from(findings.subarray(0, named), (finding) => ({
      source: sources[verbatimSources.at(finding)]?.source ?? '',
      record: verbatimPlaces.at(finding) + 1,
    }))
    return { first, more: findings.length > named }
  })
}

/** Which hits count where some documents are left out. */
export function countsHit(
  { sources, hitSources, hitPlaces }: Combined,
  without: (source: string, place: number) => boolean,
): CountsHit {
  return (hit) => !without(sources[hitSources.at(hit)]?.source ?? '', hitPlaces.at(hit))
}
