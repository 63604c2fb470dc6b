import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { boilerplatePhrases, boilerplatePositions, gramDocuments, matchesWithout } from './boilerplate'
import type { Combined } from './combined'
import { coveredTokens, longestMatches, longestOfTexts } from './coverage'
import { type Postings, postings } from './document-lists'
import { Evidence } from './evidence'
import { countsHit, exampleResults, spanFinder, type TextMeasures, verbatimDocuments } from './example-results'
import { firstPositions } from './gram-index'
import { type ContaminationParameters, exactTokens, minimumLengths } from './parameters'
import type { ContaminationResult } from './result'
import { lengthTables, PartTables, tableOf } from './tables'
import type { TestIndex } from './test-index'
import { type TestExample, type TestTexts, textAt } from './test-texts'

/** Everything a report is made of. */
export type ReportInput = {
  examples: readonly TestExample[]
  sides: TestTexts
  tokenizer: Tokenizer
  parameters: ContaminationParameters
  index: TestIndex
  identity: string
  combined: Combined
  /** How a model did on each example, 0 to 1, in their order; null: not known. */
  scores?: readonly (number | null)[]
  /**
   * Documents that are left out, as if training did not have them; places count from 0. Texts found verbatim are known
   * in one document more than is named: where all of those are left out, only a new scan tells of others.
   */
  without?: (source: string, place: number) => boolean
}

/** Makes the report. Equal inputs make equal reports, byte for byte once written as JSON. */
export function contaminationReport(input: ReportInput): ContaminationResult {
  const { combined, index, sides, parameters, tokenizer, identity } = input
  const without = input.without ?? (() => false)
  const counts = countsHit(combined, without)
  const found = postings(combined, counts)
  const firsts = firstPositions(index.grams)
  const lengths = lengthsOf(parameters.longerThan)
  const { measures, phrases } = measure(input, found, firsts, lengths, without)
  const evidence = new Evidence(index, combined, found)
  const spansOf = spanFinder(sides, tokenizer, measures.longest, firsts, evidence)
  const { shortest } = index.rule
  const examples = exampleResults(input.examples, sides, measures, shortest, spansOf)
  const whole = tableOf(examples, shortest, ({ contaminated }) => contaminated)
  const parts = new PartTables(combined, index, sides, examples, counts)
  return {
    parameters: parametersOf(parameters, shortest, tokenizer),
    index: identity,
    ...whole,
    ...lengthTables(examples, lengths, input.scores),
    components: parts.components(whole),
    sources: parts.sources(whole),
    boilerplate: {
      above: parameters.boilerplateAbove,
      phrases,
      ...tableOf(examples, shortest, ({ contaminatedWithout }) => contaminatedWithout),
    },
    examples,
    training: trainingOf(combined, found),
  }
}

/** The minimum lengths that an index of this one can answer. */
const lengthsOf = (longerThan: number) => [longerThan, ...minimumLengths.filter((length) => length > longerThan)]

function measure(
  { combined, index, sides, parameters, tokenizer }: ReportInput,
  found: Postings,
  firsts: Int32Array,
  lengths: readonly number[],
  without: (source: string, place: number) => boolean,
): { measures: TextMeasures; phrases: ContaminationResult['boilerplate']['phrases'] } {
  const { grams, rule } = index
  const longest = longestMatches(grams, rule, combined.stretches, found.countsStretch)
  const inDocuments = gramDocuments(grams, rule, firsts, combined, found)
  const above = parameters.boilerplateAbove
  const boilerplate = boilerplatePositions(grams, inDocuments, above)
  const kept = matchesWithout(grams, rule, combined, found.countsStretch, boilerplate)
  const measures = {
    longest,
    longestOfText: longestOfTexts(sides, longest),
    contaminated: coveredTokens(sides, longest, rule.shortest),
    contaminatedAt: lengths.map((longerThan) => coveredTokens(sides, longest, longerThan + 1)),
    contaminatedWithout: coveredTokens(sides, kept, rule.shortest),
    verbatim: verbatimDocuments(combined, sides.texts.length, index.documentsNamed, (source, place) => {
      const known = combined.sources[source]
      return known !== undefined && !without(known.source, place)
    }),
  }
  const phrases = boilerplatePhrases(grams, inDocuments, above).map(({ position, length, documents }) => ({
    text: textOf(sides, tokenizer, position, length),
    tokens: length,
    documents,
  }))
  return { measures, phrases }
}

/** The text of tokens, as far as whole characters go; null where the tokenizer can't tell. */
function textOf(sides: TestTexts, tokenizer: Tokenizer, position: number, length: number): string | null {
  const text = textAt(sides, position)
  const own = sides.texts[text] ?? ''
  const start = position - (sides.starts[text] ?? 0)
  const ends = tokenizer.ends(own)
  if (ends === null) return null
  return Buffer.from(own).toString('utf8', ends[start - 1] ?? 0, ends[start + length - 1] ?? 0)
}

function parametersOf(
  parameters: ContaminationParameters,
  shortest: number,
  { name, identity, leadingSpace }: Tokenizer,
): ContaminationResult['parameters'] {
  return {
    definition: 'Llama 2 (Touvron et al. 2023), appendix A.6',
    ...parameters,
    n: shortest,
    exactTokens,
    tokenizer: { name, identity, beginOfSequence: false, leadingSpace },
    cleanBelow: 0.2,
    dirtyFrom: 0.8,
  }
}

function trainingOf({ sources }: Combined, { hitsOfSet }: Postings): ContaminationResult['training'] {
  const sum = (value: (source: (typeof sources)[number]) => number) =>
    sources.reduce((total, source) => total + value(source), 0)
  return {
    documents: sum(({ documents }) => documents),
    bytes: sum(({ bytes }) => bytes),
    contaminating: hitsOfSet.values.length,
    withoutField: sum(({ withoutField }) => withoutField),
    unreadable: sum(({ unreadable }) => unreadable.length),
  }
}
