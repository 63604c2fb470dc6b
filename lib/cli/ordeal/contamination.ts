import { deepStrictEqual } from 'node:assert/strict'
import { parseArgs } from 'node:util'
import { byDefinition, byEngine } from '@/lib/core/contamination/testing/compare'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'

// npx tsx --conditions=react-server lib/cli/ordeal/contamination.ts [--from 0] [--cases 10000]: random cases in several
// scripts, escapes and encodings, the engine with and without its prefilter beside the definition. A case is its number,
// so that any part can be run again.
const { values: given } = parseArgs({
  options: { from: { type: 'string', default: '0' }, cases: { type: 'string', default: '10000' } },
})

const [from, cases] = [Number(given.from), Number(given.cases)]
const tokenizer = new LlamaTokenizer()
const start = performance.now()
let [examples, contaminated, verbatim, differing] = [0, 0, 0, 0]

for (let seed = from; seed < from + cases; seed++) {
  const expected = byDefinition(seed)
  try {
    deepStrictEqual(byEngine(seed, tokenizer, false), expected, `case ${seed}, everything read in full`)
    deepStrictEqual(byEngine(seed, tokenizer, true), expected, `case ${seed}, with the prefilter`)
  } catch (error) {
    differing++
    console.error(error instanceof Error ? error.message : error)
  }
  examples += expected.length
  contaminated += expected.filter((example) => example.contaminated > 0).length
  verbatim += expected.filter((example) => example.verbatim.length > 0).length
  if ((seed - from + 1) % 1000 === 0) console.error(`${seed - from + 1} of ${cases}`)
}

const seconds = ((performance.now() - start) / 1000).toFixed(0)
console.log(
  `${new Date().toISOString()}: ${cases} cases from ${from} on, ${differing} differ; ${examples} examples, ${contaminated} contaminated, ${verbatim} verbatim; ${seconds} s`,
)
if (differing > 0) process.exitCode = 1
