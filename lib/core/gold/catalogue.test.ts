import { describe, expect, it } from 'vitest'
import { hasRealData, importReal, realBytes } from '@/lib/core/trajectory/testing/import-file'
import type { ParsedTrajectory } from '@/lib/core/trajectory/types'
import { catalogueOf, linkGold, reportLinks } from './catalogue'
import { readGoldFile } from './files/gold-file'

const file = (name: string, entries: unknown[]) => readGoldFile(new TextEncoder().encode(JSON.stringify(entries)), name)

function run(task: string, key: string, instruction: string, groupKey: string | null = null): ParsedTrajectory {
  return {
    externalId: key,
    task,
    kind: 'trajectory',
    model: null,
    method: 'unknown',
    attempt: null,
    rewardFinal: null,
    rewardMax: null,
    rewardOrigin: null,
    stopReason: 'unknown',
    preamble: [],
    instance: { key, groupKey, clusterKey: null, instruction, difficulty: null, split: null, gold: [] },
    steps: [],
  }
}

const spider = [
  { db: 'shop', query: 'How many?', gold: 'SELECT count(*)  FROM t', hardness: 'easy' },
  { db: 'shop', query: 'Count them.', gold: 'select COUNT(*) FROM t', hardness: 'medium' },
]
const plan = {
  gamefile: 'x/task-1/trial-2/game.tw-pddl',
  gold_high_level: [['GotoLocation', 'desk'], ['PickupObject', 'mug'], ['NoOp']],
}
const room = 'You are in a room.\n\nYour task is to: put a mug on the desk.'
const graph = {
  question: 'who made it?',
  qid: 'q1',
  entities: { engine: 'm.01' },
  actions: ['get_relations(m.01)', 'get_neighbors(m.01,made.by)', 'count(#0)'],
  answer: [{ answer_argument: 'm.02', entity_name: 'Ada' }],
}

describe('linkGold', () => {
  it('finds InterCode’s gold by place, with difficulty, cluster and the group of equal gold', () => {
    const catalogue = catalogueOf([file('ic_spider_dev.json', spider)])
    const [first, second] = [
      run('intercode-sql', 'spider-dev/0', 'How many?'),
      run('intercode-sql', 'spider-dev/1', 'Count them.'),
    ].map((each) => linkGold(each, catalogue))
    expect(first?.trajectory.instance).toMatchObject({
      difficulty: 'easy',
      clusterKey: 'shop',
      gold: [{ origin: 'gold file', actions: [{ name: 'execute', arguments: { sql: 'SELECT count(*)  FROM t' } }] }],
    })
    expect(first?.trajectory.instance.groupKey).toBe(second?.trajectory.instance.groupKey)
  })

  it('does not link what has another question at the same place', () => {
    const catalogue = catalogueOf([file('ic_spider_dev.json', spider)])
    const results = [
      run('intercode-sql', 'spider-dev/0', 'Something else?'),
      run('intercode-bash', 'nl2bash-fs1/0', 'How many?'),
    ].map((each) => linkGold(each, catalogue))
    expect(reportLinks(results)).toEqual({
      of: 2,
      linked: 0,
      notLinked: [
        { externalId: 'spider-dev/0', key: 'spider-dev/0' },
        { externalId: 'nl2bash-fs1/0', key: 'nl2bash-fs1/0' },
      ],
    })
  })

  it('keeps the record’s own gold beside that of the file, and the same one once', () => {
    const own = { origin: 'record', actions: [{ name: 'execute', arguments: { sql: 'X' }, raw: 'X' }], answer: null }
    const same = { ...own, actions: [{ name: 'execute', arguments: {}, raw: 'SELECT count(*) FROM t' }] }
    const given = run('intercode-sql', 'spider-dev/0', 'How many?')
    const { trajectory } = linkGold(
      { ...given, instance: { ...given.instance, gold: [own, same] } },
      catalogueOf([file('ic_spider_dev.json', spider)]),
    )
    expect(trajectory.instance.gold.map(({ origin }) => origin)).toEqual(['record', 'record'])
  })

  it('finds dbbench by its question, and takes an item without SQL for no gold', () => {
    const item = {
      description: 'How many?',
      add_description: 'The table is t.',
      label: ['3'],
      sql: { query: 'SELECT 3' },
    }
    const given = run('dbbench', 'k', 'How many?\nThe table is t.')
    const linked = linkGold(given, catalogueOf([file('standard.jsonl', [item])]))
    expect(linked.trajectory.instance.gold).toMatchObject([
      { actions: [{ arguments: { sql: 'SELECT 3' } }], answer: '["3"]' },
    ])
    expect(linkGold(given, catalogueOf([file('standard.jsonl', [{ ...item, sql: undefined }])])).linked).toBe(false)
  })

  it('finds a knowledge graph question by its group, and calls entities by their labels', () => {
    const { trajectory } = linkGold(
      run('kg', 'k', 'who made it?\nEntities: [engine]', 'who made it?'),
      catalogueOf([file('std.json', [graph])]),
    )
    expect(trajectory.instance.gold).toMatchObject([
      {
        actions: [
          { name: 'get_relations', arguments: { variable: 'engine' } },
          { name: 'get_neighbors', arguments: { variable: 'engine', relation: 'made.by' } },
          { name: 'count', arguments: { variable: '#0' } },
        ],
        answer: 'Ada',
      },
    ])
  })

  it('finds an expert plan by its game, or by goal and room through the list of games', () => {
    const games = file('games.json', [{ goal: `${room}___7`, gamefile: 'data/y/task-1/trial-2/game.tw-pddl' }])
    const catalogue = catalogueOf([file('alfred.json', [plan]), games])
    const [, named] = games.entries[0]?.keys ?? []
    const byRoom = games.entries[0]?.keys[0]?.value ?? ''
    expect(named?.value).toBe('task-1/trial-2')
    for (const key of ['task-1/trial-2', byRoom]) {
      const { trajectory } = linkGold(run('alfworld', key, 'put a mug on the desk.'), catalogue)
      expect(trajectory.instance.gold[0]?.actions.map(({ raw }) => raw)).toEqual(['go to desk', 'take mug'])
    }
  })

  it('takes several sequences of one instance', () => {
    const line = {
      format: 'assay-gold/1',
      task: 'webshop',
      key: 'goal 1',
      actions: [{ name: 'click', arguments: { target: 'a' }, raw: 'click[a]' }],
    }
    const other = { ...line, actions: [{ name: 'click', arguments: { target: 'b' }, raw: 'click[b]' }] }
    const { trajectory } = linkGold(run('webshop', 'goal 1', 'x'), catalogueOf([file('gold.json', [line, other])]))
    expect(trajectory.instance.gold.map(({ actions }) => actions[0]?.raw)).toEqual(['click[a]', 'click[b]'])
  })

  it('finds what had to be escaped to be stored, and stores its gold escaped', () => {
    const catalogue = catalogueOf([
      file('ic_spider_dev.json', [{ ...spider[0], query: 'a\u0000', gold: 'SELECT "\u0000"' }]),
    ])
    const { trajectory } = linkGold(run('intercode-sql', 'spider-dev/0', 'a\u241b0000'), catalogue)
    expect(trajectory.instance.gold[0]?.actions[0]?.raw).toBe('SELECT "\u241b0000"')
  })

  it('says so when a file holds no gold, and keeps the entries that can be read', () => {
    expect(() => file('x.json', [{ a: 1 }])).toThrow('x.json is no gold file that is known')
    const mixed = file('ic_spider_dev.json', [...spider, { query: 'no gold' }])
    expect([mixed.entries.length, mixed.problems.map(({ at }) => at)]).toEqual([2, [2]])
  })
})

describe.skipIf(!hasRealData())('published gold files', () => {
  const gold = (name: string) => readGoldFile(realBytes(name), name)
  const link = (runs: ParsedTrajectory[], ...names: string[]) => {
    const catalogue = catalogueOf(names.map(gold))
    return runs.map((each) => linkGold(each, catalogue))
  }

  it('InterCode GPT-4 SQL: all 1,034 link; 248 easy, 446 medium, 174 hard, 166 extra; 551 groups in 20 databases', () => {
    const { trajectories } = importReal('intercode/results/sql/gpt-4/ic_sql_multiturn_gpt-4_10_turns.json')
    const without = trajectories.map((each) => ({ ...each, instance: { ...each.instance, difficulty: null } }))
    const linked = link(without, 'intercode/gold/ic_spider_dev.json')
    expect(reportLinks(linked)).toEqual({ of: 1034, linked: 1034, notLinked: [] })
    const instances = linked.map(({ trajectory }) => trajectory.instance)
    const count = (level: string) => instances.filter(({ difficulty }) => difficulty === level).length
    expect(['easy', 'medium', 'hard', 'extra'].map(count)).toEqual([248, 446, 174, 166])
    expect(new Set(instances.map(({ groupKey }) => groupKey)).size).toBe(551)
    expect(new Set(instances.map(({ clusterKey }) => clusterKey)).size).toBe(20)
    // the difficulty of the gold file is that of the records
    expect(instances.map(({ difficulty }) => difficulty)).toEqual(
      trajectories.map(({ instance }) => instance.difficulty),
    )
    console.info(`InterCode GPT-4 SQL with gold: ${linked.length} real cases`)
  })

  it('NL2Bash: each file system links its own runs and no others', () => {
    const runs = (fs: number) =>
      importReal(`intercode/results/bash/gpt-4/ic_bash_multiturn_gpt-4_10_turns_fs_${fs}.json`).trajectories
    for (const fs of [1, 2, 3, 4]) {
      const own = reportLinks(link(runs(fs), `intercode/gold/nl2bash_fs_${fs}.json`))
      expect(own.linked).toBe(own.of)
      expect(reportLinks(link(runs(fs), `intercode/gold/nl2bash_fs_${(fs % 4) + 1}.json`)).linked).toBe(0)
    }
  })

  it('people’s sessions share their instances with the models’ runs, and their gold is the file’s', () => {
    const { trajectories } = importReal('intercode/results/sql/human/ic_sql_multiturn_human_10_turns.json')
    const linked = link(trajectories, 'intercode/gold/ic_spider_dev.json')
    expect(
      linked.every(
        ({ trajectory }) => trajectory.instance.gold.length === 1 && trajectory.instance.difficulty !== null,
      ),
    ).toBe(true)
  })

  it.each([
    // entries, and how many of them hold a gold sequence
    ['intercode/gold/ic_bird.json', 338, 338],
    ['intercode/gold/ic_wikisql_dev.json', 196, 196],
    ['intercode/gold/ic_ctf.json', 100, 100],
    ['intercode/gold/ic_mbpp.json', 974, 974],
    ['agentbench/data__dbbench__standard.jsonl', 300, 100],
    ['agentbench/data__knowledgegraph__std.json', 150, 150],
    ['agentbench/data__knowledgegraph__kg_rl_all.json', 1214, 1214],
    ['alfred_gold/alfred_gold_706.jsonl', 706, 706],
    ['alfred_gold/alfworld_tasks_suffix.json', 134, 0],
  ])('%s: %i entries, %i with gold', (name, entries, withGold) => {
    const read = gold(name)
    expect([read.entries.length, read.problems]).toEqual([entries, []])
    expect(read.entries.filter((entry) => entry.gold.length > 0)).toHaveLength(withGold)
  })
})
