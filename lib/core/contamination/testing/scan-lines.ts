import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import { combine } from '../combined'
import { indexIdentity } from '../index-identity'
import { JsonLinesScan } from '../json-lines-scan'
import { contaminationParameters } from '../parameters'
import { contaminationReport } from '../report'
import type { ContaminationResult } from '../result'
import type { ShardName } from '../shard'
import { ShardScan } from '../shard-scan'
import { type TestIndex, testIndex } from '../test-index'
import { type TestExample, testTexts } from '../test-texts'

type Given = Partial<Parameters<typeof contaminationParameters.parse>[0] & object>

/** A test side, ready to scan lines with and to report on them. */
export function testSide(tests: readonly (TestExample | string)[], tokenizer: Tokenizer, given: Given = {}) {
  const examples = tests.map((test, number) =>
    typeof test === 'string' ? { task: 'task', id: String(number + 1), text: test } : test,
  )
  const parameters = contaminationParameters.parse(given)
  const sides = testTexts(examples, tokenizer)
  const identity = indexIdentity(sides, tokenizer, parameters)
  const index = testIndex(sides, tokenizer, parameters)
  return { examples, parameters, sides, identity, index, tokenizer }
}

export type TestSide = ReturnType<typeof testSide>

/** Scans lines as one shard. */
export function scanLines(side: TestSide, lines: readonly (string | Uint8Array)[], name: Partial<ShardName> = {}) {
  const scan = new ShardScan(side.index, side.tokenizer)
  const reader = new JsonLinesScan(side.index, scan)
  for (const line of lines) {
    reader.push(typeof line === 'string' ? Buffer.from(line) : line)
    reader.push(Buffer.from('\n'))
  }
  reader.end()
  const shard = scan.finish({ source: 'train.jsonl', component: 'agent', name: '0', ...name }, side.identity)
  return { shard, effort: scan.effort }
}

/** The report on lines that are one shard. */
export function reportOn(side: TestSide, lines: readonly (string | Uint8Array)[]): ContaminationResult {
  return contaminationReport({ ...side, combined: combine([scanLines(side, lines).shard], side.identity) })
}

/** The same test side, everything read in full. */
export function withoutFilter(side: TestSide): TestSide {
  const index: TestIndex = { ...side.index, prefilter: null }
  return { ...side, index }
}
