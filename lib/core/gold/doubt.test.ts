import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { doubtGold, type JudgedRun } from './doubt'
import { suspicionSentence } from './doubt-words'
import { type SqlProblem, sqlProblems } from './sql-problems'
import { action, episode, step, toolRules } from './testing/episode'
import { intercodeRules, intercodeRuns, spiderGold } from './testing/intercode'

describe('sqlProblems', () => {
  it.each<[string, SqlProblem['kind'][]]>([
    // The first statement is the gold of a dbbench item as published.
    [
      "SELECT DISTINCT LeagueFROM Soccer Team Performance TableWHERE League != 'NPSL';",
      ['glued keyword', 'glued keyword', 'unquoted name'],
    ],
    ['SELECT a FROM t AS x JOIN u ON x.a = u.b ORDER BY c LIMIT 1', []],
    ['SELECT `a b c` FROM [d e f]', []],
    ['SELECT a FROM t WHERE b = "x', ['open quote']],
    ['SELECT count(a FROM t', ['unbalanced parentheses']],
    ['SELECT a FROM t WHERE', ['incomplete']],
    ['Final answer: 42', ['no statement']],
    ['', ['no statement']],
    ['SELECT dateFrom FROM t', []],
  ])('%j: %j', (statement, kinds) => {
    expect(sqlProblems(statement).map(({ kind }) => kind)).toEqual(kinds)
  })
})

const read = action('get', { id: 7 })
const run = (model: string | null, solved: boolean, result: string): JudgedRun => ({
  model,
  solved,
  steps: [step(action('get', { id: 1 }), { observation: result })],
})

describe('doubtGold', () => {
  it.each<[string, JudgedRun[], string[]]>([
    ['two models on another result', [run('a', false, 'x'), run('b', false, ' x ')], ['outvoted']],
    ['two attempts of one model', [run('a', false, 'x'), run('a', false, 'x')], []],
    ['two runs that name no model', [run(null, false, 'x'), run(null, false, 'x')], []],
    ['two models on two results', [run('a', false, 'x'), run('b', false, 'y')], []],
    [
      'as many models that solved it',
      [run('a', false, 'x'), run('b', false, 'x'), run('c', true, 'z'), run('d', true, 'z')],
      [],
    ],
    ['three against one', [run('a', false, 'x'), run('b', false, 'x'), run('c', true, 'z')], ['outvoted']],
    ['an empty result', [run('a', false, '[]'), run('b', false, '[]')], []],
  ])('%s', (_, runs, kinds) => {
    expect(doubtGold([read], runs, toolRules).map(({ kind }) => kind)).toEqual(kinds)
  })

  it('does not ask for results where the gold writes', () => {
    const runs = [run('a', false, 'x'), run('b', false, 'x')]
    expect(doubtGold([action('set', { a: 1 })], runs, toolRules)).toEqual([])
  })

  it('doubts gold that was carried out exactly and not rewarded', () => {
    const gold = [action('set', { a: 1 })]
    const [exact, failed] = [episode(...gold), [step(gold[0] ?? null, { errored: true, observation: 'no' })]]
    expect(doubtGold(gold, [{ model: 'a', solved: false, steps: exact }], toolRules)).toEqual([
      { kind: 'unrewarded', runs: 1 },
    ])
    expect(doubtGold(gold, [{ model: 'a', solved: true, steps: exact }], toolRules)).toEqual([])
    const refused = doubtGold(gold, [{ model: 'a', solved: false, steps: failed }], toolRules)
    expect(refused.map(suspicionSentence)).toEqual(['The environment refused it in one run: no'])
  })
})

const folder = resolve(process.env.ASSAY_REAL_DATA ?? '../shared/data')
const json = (file: string): unknown => JSON.parse(readFileSync(resolve(folder, file), 'utf8'))

// Counted over the published runs: items 54 and 798 group by nothing, 802 uses the keyword show as a table's name.
describe.skipIf(!existsSync(folder))('gold in doubt in published data', () => {
  it('finds 3 Spider statements that the database refuses and 60 on which two models agree otherwise', () => {
    const runs = [
      ['gpt-4/ic_sql_multiturn_gpt-4_10_turns.json', 'gpt-4'] as const,
      ['gpt-3.5/ic_sql_multiturn_gpt-3.5_10_turns.json', 'gpt-3.5'] as const,
      ['gpt-3.5/ic_sql_react_10_turns.json', 'gpt-3.5'] as const,
      ['text-bison-001/ic_sql_multiturn_text-bison-001_10_turns.json', 'text-bison-001'] as const,
    ].flatMap(([file, model]) => intercodeRuns(json(`intercode/results/sql/${file}`), model))
    const runsOf = (task: number) => runs.filter((each) => each.task === task)
    const found = spiderGold(json('intercode/gold/ic_spider_dev.json')).map((gold, task) => ({
      task,
      kinds: new Set(doubtGold([gold], runsOf(task), intercodeRules).map(({ kind }) => kind)),
    }))
    const tasks = (kind: 'rejected' | 'malformed' | 'outvoted') =>
      found.filter(({ kinds }) => kinds.has(kind)).map(({ task }) => task)
    console.info(`Spider's gold beside four files of runs: ${found.length} real cases`)
    expect(found).toHaveLength(1034)
    expect(tasks('rejected')).toEqual([54, 798, 802])
    expect(tasks('malformed')).toEqual([])
    expect(tasks('outvoted')).toHaveLength(60)
  }, 60_000)

  it('finds 17 malformed statements among the 100 of dbbench', () => {
    const item = z.object({ sql: z.object({ query: z.string() }).optional() })
    const lines = readFileSync(resolve(folder, 'agentbench/data__dbbench__standard.jsonl'), 'utf8').trim().split('\n')
    const statements = lines.flatMap((line) => item.parse(JSON.parse(line)).sql?.query ?? [])
    expect(lines).toHaveLength(300)
    expect(statements).toHaveLength(100)
    const malformed = statements.filter((statement) => sqlProblems(statement).length > 0)
    expect(malformed).toHaveLength(17)
    expect(malformed.some((statement) => statement.includes('LeagueFROM Soccer'))).toBe(true)
  })
})
