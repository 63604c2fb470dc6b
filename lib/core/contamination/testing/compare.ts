import reference from 'llama-tokenizer-js'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { combine } from '../combined'
import { indexIdentity } from '../index-identity'
import { JsonLinesScan } from '../json-lines-scan'
import { contaminationParameters } from '../parameters'
import { contaminationReport } from '../report'
import type { ContaminationResult } from '../result'
import type { Shard } from '../shard'
import { ShardScan } from '../shard-scan'
import { testIndex } from '../test-index'
import { testTexts } from '../test-texts'
import { type NaiveExample, naive } from './naive'
import { type RandomCase, randomCase, seeded } from './random-case'

const documentsNamed = 1000

/** What the engine finds in a random case, in the naive implementation's shape. */
export function byEngine(seed: number, tokenizer: Tokenizer, useFilter: boolean): NaiveExample[] {
  const { examples, sources, longerThan, skip, boilerplateAbove } = randomCase(seed)
  const random = seeded(seed + 1)
  const parameters = contaminationParameters.parse({ longerThan, skip, boilerplateAbove, documentsNamed })
  const tests = examples.map((text, number) => ({ task: 'task', id: String(number), text }))
  const sides = testTexts(tests, tokenizer)
  const index = testIndex(sides, tokenizer, parameters, useFilter)
  const identity = indexIdentity(sides, tokenizer, parameters)
  const shards = sources.flatMap(({ source, lines }) =>
    inShards(lines, random).map((part, number): Shard => {
      const scan = new ShardScan(index, tokenizer)
      const reader = new JsonLinesScan(index, scan)
      const bytes = Buffer.from(part.map(({ line }) => `${line}\n`).join(''))
      for (let at = 0; at < bytes.length; ) {
        const step = 1 + Math.floor(random() * 200)
        reader.push(bytes.subarray(at, at + step))
        at += step
      }
      reader.end()
      return scan.finish({ source, component: 'agent', name: String(number) }, identity)
    }),
  )
  const shuffled = [...shards, ...shards.slice(0, 1)].sort(() => random() - 0.5)
  const combined = combine(shuffled, identity)
  return shapeOf(contaminationReport({ examples: tests, sides, tokenizer, parameters, index, identity, combined }))
}

/** What the definition says of a random case. */
export function byDefinition(seed: number): NaiveExample[] {
  const { examples, sources, ...rule }: RandomCase = randomCase(seed)
  const documents = sources.flatMap(({ source, lines }) =>
    lines.map(({ texts }, number) => ({ source, record: number + 1, texts })),
  )
  const lengths = [rule.longerThan, ...[10, 20, 30, 40, 50].filter((length) => length > rule.longerThan)]
  return naive(examples, documents, { ...rule, lengths }, (text) => reference.encode(text, false, true))
}

function inShards<T>(lines: readonly T[], random: () => number): T[][] {
  const cut = Math.floor(random() * (lines.length + 1))
  return [lines.slice(0, cut), lines.slice(cut)]
}

function shapeOf({ examples }: ContaminationResult): NaiveExample[] {
  const name = ({ source, record }: { source: string; record: number }) => `${source}:${record}`
  return examples.map(({ tokens, contaminated, contaminatedAt, contaminatedWithout, longest, verbatim, spans }) => ({
    tokens,
    contaminated,
    contaminatedAt,
    contaminatedWithout,
    longest,
    verbatim: verbatim?.first.map(name) ?? [],
    spans: spans.map(({ start, end, documents }) => {
      if (documents.count !== documents.first.length) throw new Error('counted and named documents differ')
      return { start, end, documents: documents.first.map(name) }
    }),
  }))
}
