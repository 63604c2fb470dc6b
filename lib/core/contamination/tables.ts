import type { Combined } from './combined'
import { coveredTokens, longestMatches } from './coverage'
import type { CountsHit } from './document-lists'
import { type Measured, taskFigures, totalFigures } from './figures'
import type { ContaminationResult, ExampleResult, LengthTable, SourceTable, Table } from './result'
import { significance } from './significance'
import type { TestIndex } from './test-index'
import type { TestTexts } from './test-texts'

/** A table of the examples, by how many of their tokens count as contaminated. */
export function tableOf(
  examples: readonly ExampleResult[],
  shortest: number,
  contaminated: (example: ExampleResult, at: number) => number,
  verbatim: (example: ExampleResult, at: number) => boolean = ({ verbatim: documents }) => documents !== null,
): Table {
  const measured = examples.map(
    (example, at): Measured => ({
      task: example.task,
      tokens: example.tokens,
      contaminated: contaminated(example, at),
      verbatim: verbatim(example, at),
    }),
  )
  return { tasks: taskFigures(measured, shortest), total: totalFigures(measured, shortest) }
}

/** The tables of the minimum lengths, and for each task with scores the largest length that shows an effect. */
export function lengthTables(
  examples: readonly ExampleResult[],
  lengths: readonly number[],
  scores: readonly (number | null)[] = [],
): Pick<ContaminationResult, 'minimumLengths' | 'largestEffect'> {
  const minimumLengths = lengths.map(
    (longerThan, at): LengthTable => ({
      longerThan,
      ...tableOf(examples, longerThan + 1, ({ contaminatedAt }) => contaminatedAt[at] ?? 0),
      significance: significanceOf(examples, at, scores),
    }),
  )
  const scored = new Set(minimumLengths.flatMap((table) => table.significance.map(({ task }) => task)))
  const largestEffect = [...scored].map((task) => {
    const affected = minimumLengths.filter((table) =>
      table.significance.some((tested) => tested.task === task && tested.affected),
    )
    return { task, longerThan: affected.at(-1)?.longerThan ?? null }
  })
  return { minimumLengths, largestEffect }
}

function significanceOf(examples: readonly ExampleResult[], length: number, scores: readonly (number | null)[]) {
  const byTask = new Map<string, { rate: number; score: number }[]>()
  for (const [at, { task, tokens, contaminatedAt }] of examples.entries()) {
    const score = scores[at] ?? null
    if (score === null) continue
    const members = byTask.get(task) ?? []
    members.push({ rate: tokens === 0 ? 0 : (contaminatedAt[length] ?? 0) / tokens, score })
    byTask.set(task, members)
  }
  return [...byTask].flatMap(([task, members]) => {
    const tested = significance(members)
    return tested === null ? [] : [{ task, ...tested }]
  })
}

/** Makes the table that there would be if only some of the sources were training data. */
export class PartTables {
  constructor(
    private readonly combined: Combined,
    private readonly index: TestIndex,
    private readonly sides: TestTexts,
    private readonly examples: readonly ExampleResult[],
    private readonly counts: CountsHit,
  ) {}

  components(whole: Table): ContaminationResult['components'] {
    const { sources } = this.combined
    const names = [...new Set(sources.map(({ component }) => component))].sort()
    return names.map((component) => {
      const own = sources.filter((source) => source.component === component)
      return {
        component,
        documents: own.reduce((sum, { documents }) => sum + documents, 0),
        bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
        ...(names.length === 1 ? whole : this.table((source) => sources[source]?.component === component)),
      }
    })
  }

  sources(whole: Table): SourceTable[] {
    const { sources } = this.combined
    return sources.map((source, number) => ({
      ...source,
      ...(sources.length === 1 ? whole : this.table((other) => other === number)),
    }))
  }

  private table(isPart: (source: number) => boolean): Table {
    const { grams, rule } = this.index
    const { stretches, verbatimTexts, verbatimSources } = this.combined
    const longest = longestMatches(grams, rule, stretches, this.stretchesOf(isPart))
    const covered = coveredTokens(this.sides, longest, rule.shortest)
    const verbatim = new Set<number>()
    for (let finding = 0; finding < verbatimTexts.length; finding++)
      if (isPart(verbatimSources.at(finding))) verbatim.add(verbatimTexts.at(finding))
    const textOf = (at: number) => this.sides.textOf[at] ?? 0
    return tableOf(
      this.examples,
      rule.shortest,
      (_, at) => covered[textOf(at)] ?? 0,
      (_, at) => verbatim.has(textOf(at)),
    )
  }

  private stretchesOf(isPart: (source: number) => boolean): Uint8Array {
    const { stretches, sets, hitSources, hitSets } = this.combined
    const counts = new Uint8Array(stretches.size)
    for (let hit = 0; hit < hitSets.length; hit++) {
      if (!isPart(hitSources.at(hit)) || !this.counts(hit)) continue
      const set = hitSets.at(hit)
      for (let at = sets.start(set); at < sets.end(set); at++) counts[sets.values[at] ?? 0] = 1
    }
    return counts
  }
}
