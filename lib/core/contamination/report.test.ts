import { describe, expect, it } from 'vitest'
import { LlamaTokenizer } from '@/lib/core/tokens/llama'
import { combine } from './combined'
import { contaminationReport } from './report'
import { reportOn, scanLines, type TestSide, testSide } from './testing/scan-lines'

const tokenizer = new LlamaTokenizer()
/** Tokens of one letter each: twelve of them. */
const letters = 'a b c d e f g h i j k l'
const others = 'n o p q r s t u v w x y'
const line = (...texts: string[]) => JSON.stringify({ turns: texts.map((text) => ({ value: text })) })

function both(side: TestSide, first: string[], second: string[]) {
  const one = scanLines(side, first, { source: 'one.jsonl', component: 'agent' }).shard
  const two = scanLines(side, second, { source: 'two.jsonl', component: 'general' }).shard
  return [one, two]
}

describe('contaminationReport', () => {
  it('counts clean, dirty, neither and too short, and gives three rates', () => {
    const side = testSide(
      [
        { task: 'A', id: '1', text: letters },
        { task: 'A', id: '2', text: `${letters} ${others}` },
        { task: 'A', id: '3', text: others },
        { task: 'B', id: '4', text: 'a b c' },
      ],
      tokenizer,
    )
    const { tasks, total } = reportOn(side, [line(`Say ${letters}`)])
    expect(total).toMatchObject({
      examples: 4,
      tokens: 12 + 24 + 12 + 3,
      clean: 2,
      notClean: 2,
      notDirty: 3,
      dirty: 1,
      neither: 1,
      tooShort: 1,
      testable: 3,
      testedClean: 1,
      dirtyOfTestable: 1 / 3,
      verbatim: 2,
      verbatimShare: 0.5,
    })
    expect(total.rate).toBeCloseTo((1 + 0.5) / 4, 12)
    expect(total.tokenWeightedRate).toBeCloseTo(24 / 51, 12)
    expect(total.taskMeanRate).toBeCloseTo((1.5 / 3 + 0) / 2, 12)
    expect(tasks.map(({ task, examples }) => [task, examples])).toEqual([
      ['A', 3],
      ['B', 1],
    ])
  })

  it('names for every span the documents it came from, and the text of each', () => {
    const side = testSide([`x ${letters} y ${others}`], tokenizer, { documentsNamed: 2 })
    const lines = [
      line('nothing', `1 ${letters}`),
      line(others),
      '',
      line(letters),
      line('z', `2 ${letters} 3`, letters),
    ]
    const { examples, training } = reportOn(side, lines)
    expect(examples[0]?.spans).toEqual([
      {
        start: 1,
        end: 13,
        characters: { start: 1, end: 25 },
        documents: {
          count: 3,
          first: [
            { source: 'train.jsonl', record: 1, text: 2 },
            { source: 'train.jsonl', record: 4, text: 1 },
          ],
        },
      },
      {
        start: 14,
        end: 26,
        characters: { start: 27, end: 51 },
        documents: { count: 1, first: [{ source: 'train.jsonl', record: 2, text: 1 }] },
      },
    ])
    expect(examples[0]?.longest).toBe(12)
    expect(training).toMatchObject({ documents: 4, contaminating: 4 })
  })

  it('is the same whatever the order and repetition of shards', () => {
    const side = testSide([letters, others], tokenizer)
    const parts = [[line(letters)], [line(others), line(letters)], [line(letters, others), '{"broken'], [line(others)]]
    const shards = parts.map((lines, name) => scanLines(side, lines, { name: String(name) }).shard)
    const whole = contaminationReport({ ...side, combined: combine(shards, side.identity) })
    const again = [3, 1, 1, 0, 2, 3].flatMap((name) => shards[name] ?? [])
    expect(contaminationReport({ ...side, combined: combine(again, side.identity) })).toEqual(whole)
    expect(reportOn(side, parts.flat())).toEqual(whole)
  })

  it('refuses shards of another test side or rule', () => {
    const { shard } = scanLines(testSide([letters], tokenizer), [line(letters)])
    const { identity } = testSide([letters], tokenizer, { longerThan: 12 })
    expect(() => combine([shard], identity)).toThrow('made with another test side or other parameters')
  })

  it('tells components and sources apart', () => {
    const side = testSide([letters, others], tokenizer)
    const combined = combine(both(side, [line(letters)], [line(letters), line(others)]), side.identity)
    const { components, sources, total } = contaminationReport({ ...side, combined })
    expect(total).toMatchObject({ dirty: 2, verbatim: 2 })
    expect(components).toMatchObject([
      { component: 'agent', documents: 1, total: { dirty: 1, verbatim: 1 } },
      { component: 'general', documents: 2, total: { dirty: 2, verbatim: 2 } },
    ])
    expect(sources.map(({ source, total: own }) => [source, own.dirty])).toEqual([
      ['one.jsonl', 1],
      ['two.jsonl', 2],
    ])
  })

  it('leaves documents out as if training did not have them', () => {
    const side = testSide([letters, others], tokenizer)
    const shards = both(side, [line(letters)], [line('z'), line(others)])
    const without = (source: string, place: number) => source === 'two.jsonl' && place === 1
    const left = contaminationReport({ ...side, combined: combine(shards, side.identity), without })
    expect(left.total).toMatchObject({ dirty: 1, verbatim: 1 })
    expect(left.training).toMatchObject({ contaminating: 1 })
  })

  it('shows boilerplate and the figures without it beside those that count', () => {
    const side = testSide([`${letters} ${others}`, `${letters} 1 2 3`], tokenizer, { boilerplateAbove: 2 })
    const found = reportOn(side, [line(letters), line(`0 ${letters}`), line(`${letters}, z`), line(others)])
    expect(found.boilerplate.phrases).toEqual([{ text: 'a b c d e f g h i j k l', tokens: 12, documents: 3 }])
    expect(found.total.rate).toBeGreaterThan(found.boilerplate.total.rate)
    expect(found.examples.map(({ contaminated, contaminatedWithout }) => [contaminated, contaminatedWithout])).toEqual([
      [24, 12],
      [12, 0],
    ])
  })

  it.each([
    // mismatches, budget, tokens of the match: never within the first ten tokens, never at the end
    ['a b c d e f g h i j Z l m', 0, 0],
    ['a b c d e f g h i j Z l m', 1, 13],
    ['a b c d e f g h i Z k l m', 4, 0],
    ['a b c d e f g h i j k Z Z', 4, 11],
    ['a b c d e f g h i j Z l Z', 1, 12],
  ])('matches %j with a budget of %i over %i tokens', (text, skip, tokens) => {
    const side = testSide(['a b c d e f g h i j k l m'], tokenizer, { skip })
    expect(reportOn(side, [line(text)]).examples[0]?.contaminated).toBe(tokens)
  })

  it('keeps what was not read apart: other fields, broken lines, nesting by the thousand', () => {
    const side = testSide([letters], tokenizer, { field: 'value' })
    const deep = `${'['.repeat(60_000)}"${letters}"${']'.repeat(60_000)}`
    const lines = [
      line('x'),
      JSON.stringify({ other: letters }),
      `{"value": "${letters}"`,
      deep,
      `{"value": "${letters}"}`,
    ]
    const { sources, total } = reportOn(side, lines)
    expect(total.dirty).toBe(1)
    expect(sources[0]).toMatchObject({ documents: 5, withoutField: 1 })
    expect(sources[0]?.unreadable.map(({ place }) => place)).toEqual([2, 3])
  })

  it('gives the figures of every minimum length from one scan, and the largest with an effect', () => {
    const long = `${letters} ${others}`
    const side = testSide(
      [
        ...Array.from({ length: 40 }, (_, at) => `${long} ${at}`),
        ...Array.from({ length: 40 }, (_, at) => `# ${at} ${others}`),
      ],
      tokenizer,
    )
    const scores = side.examples.map((_, at) => (at < 40 ? (at % 10 ? 1 : 0) : at % 10 ? 0 : 1))
    const combined = combine([scanLines(side, [line(long)]).shard], side.identity)
    const found = contaminationReport({ ...side, combined, scores })
    expect(found.minimumLengths.map(({ longerThan, total }) => [longerThan, total.notClean])).toEqual([
      [10, 80],
      [20, 40],
      [30, 0],
      [40, 0],
      [50, 0],
    ])
    expect(found.largestEffect).toEqual([{ task: 'task', longerThan: 20 }])
  })
})
