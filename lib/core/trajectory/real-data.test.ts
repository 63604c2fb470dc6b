import { describe, expect, it } from 'vitest'
import { hasRealData, importReal } from './testing/import-file'
import type { ParsedTrajectory } from './types'

const turns = (all: ParsedTrajectory[]) => sum(all.map(({ steps }) => new Set(steps.map(({ turn }) => turn)).size))
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
const distinct = (values: (string | null)[]) => new Set(values).size

// Known answers: the papers' tables and the design's counts, taken from the files by other means.
describe.skipIf(!hasRealData())('known answers of published files', () => {
  it('db_538.json: 538 trajectories with 1,109 agent turns', () => {
    const { format, records, trajectories, quarantined } = importReal('agentinstruct/db_538.json')
    expect([format, records, trajectories.length, quarantined]).toEqual(['agentinstruct', 538, 538, []])
    expect(turns(trajectories)).toBe(1109)
    // 577 operations and 532 answers, counted with a script that only looks for "Action:"
    const names = trajectories.flatMap(({ steps }) => steps.map(({ action }) => action?.name))
    expect(names.filter((name) => name === 'execute')).toHaveLength(577)
    expect(names.filter((name) => name === 'answer')).toHaveLength(532)
    expect(trajectories.every(({ steps }) => steps.every(({ loss }) => loss === true))).toBe(true)
    expect(
      trajectories.every(({ preamble }) => preamble.map(({ content }) => content.slice(0, 3)).join() === 'I w,Ok.'),
    ).toBe(true)
    expect(
      trajectories.every(({ rewardFinal, rewardOrigin }) => rewardFinal === 1 && rewardOrigin === 'by construction'),
    ).toBe(true)
    // errors of MySQL: the 33 observations that do not begin with "[", read one by one
    expect(sum(trajectories.map(({ steps }) => steps.filter(({ errored }) => errored === true).length))).toBe(33)
    console.info(`db_538.json: ${trajectories.length} real cases`)
  })

  it('alfworld_336_rolecontent.json: 336 with 4,542 agent turns, 250 starts, 180 goals', () => {
    const { format, trajectories, quarantined } = importReal('agentinstruct/alfworld_336_rolecontent.json')
    expect([format, trajectories.length, quarantined]).toEqual(['agentinstruct', 336, []])
    expect(turns(trajectories)).toBe(4542)
    expect(distinct(trajectories.map(({ instance }) => instance.key))).toBe(250)
    expect(distinct(trajectories.map(({ instance }) => instance.groupKey))).toBe(180)
    const steps = trajectories.flatMap((each) => each.steps)
    expect(steps.filter(({ rationale }) => rationale !== null)).toHaveLength(779)
    expect(steps.every(({ loss }) => loss === null)).toBe(true)
    // read one by one: 32 say "Task succeeded", "Task failed" or the like, two "look at … under …": no commands of the game
    expect(steps.filter(({ actionKind }) => actionKind === 'unparsed')).toHaveLength(34)
    expect(steps.filter(({ errored }) => errored === true)).toHaveLength(28)
    console.info(`alfworld_336_rolecontent.json: ${trajectories.length} real cases`)
  })

  it('adp_kg_raw5.json: the episode begins behind the example about rocket engines', () => {
    const { trajectories } = importReal('agentinstruct/adp_kg_raw5.json')
    expect(
      trajectories.map(({ externalId, preamble, steps }) => [
        externalId,
        preamble.length,
        preamble.filter(({ example }) => example).length,
        steps.length,
      ]),
    ).toEqual([
      ['kg_132', 19, 16, 6],
      ['kg_260', 19, 16, 5],
      ['kg_164', 19, 16, 9],
      ['kg_221', 19, 16, 9],
      ['kg_12', 19, 16, 6],
    ])
    expect(trajectories[0]?.instance.instruction).toMatch(/^what would you call the games fair division/)
    expect(trajectories.flatMap(({ steps }) => steps).map(({ actionKind }) => actionKind)).not.toContain('unparsed')
    console.info(`adp_kg_raw5.json: ${trajectories.length} real cases`)
  })

  it('InterCode, GPT-4 on Spider: 1,034 runs with 5,867 actions', () => {
    const { format, trajectories } = importReal('intercode/results/sql/gpt-4/ic_sql_multiturn_gpt-4_10_turns.json')
    expect([format, trajectories.length]).toEqual(['intercode', 1034])
    expect(sum(trajectories.map(({ steps }) => steps.filter(({ action }) => action !== null).length))).toBe(5867)
    expect(trajectories.filter(({ rewardMax }) => rewardMax === 1)).toHaveLength(762)
    expect(trajectories.filter(({ rewardMax, rewardFinal }) => rewardMax !== rewardFinal)).toHaveLength(12)
    console.info(`InterCode GPT-4 SQL: ${trajectories.length} real cases`)
  })

  it('InterCode, GPT-4 on NL2Bash: keys differ between file systems, final and maximal reward in 29 of 200', () => {
    const all = [1, 2, 3, 4].flatMap(
      (fs) => importReal(`intercode/results/bash/gpt-4/ic_bash_multiturn_gpt-4_10_turns_fs_${fs}.json`).trajectories,
    )
    expect(all).toHaveLength(200)
    expect(distinct(all.map(({ instance }) => instance.key))).toBe(200)
    expect(all.filter(({ rewardMax, rewardFinal }) => rewardMax !== rewardFinal)).toHaveLength(29)
  })

  it('InterCode, GPT-3.5 with ReAct: cut output is not difficulty', () => {
    const { trajectories } = importReal('intercode/results/sql/gpt-3.5/ic_sql_react_10_turns.json')
    expect(trajectories.filter(({ rewardMax }) => rewardMax === 1)).toHaveLength(607)
    const share = (level: string) => {
      const of = trajectories.filter(({ instance }) => instance.difficulty === level)
      return of.filter(({ stopReason }) => stopReason === 'cut output').length / of.length
    }
    expect(share('extra')).toBeCloseTo(0.4, 1)
    expect(share('easy')).toBeCloseTo(0.03, 1)
  })

  it('InterCode in its other forms: plan and solve under {meta, logs}, people with their gold', () => {
    const plan = importReal('intercode/results/sql/gpt-3.5/ic_sql_plan_solve_refine_3_turns.json')
    expect([plan.format, plan.trajectories.length, plan.quarantined]).toEqual(['intercode', 44, []])
    const people = importReal('intercode/results/sql/human/ic_sql_multiturn_human_10_turns.json')
    expect([people.format, people.trajectories.length, turns(people.trajectories)]).toEqual([
      'intercode-human',
      15,
      112,
    ])
    expect(people.trajectories.every(({ instance }) => instance.gold.length === 1)).toBe(true)
  })

  it('WebShop_react_500.log.txt: 500 runs with the mean reward and the success rate of its last line', () => {
    const { format, records, trajectories } = importReal('react/WebShop_react_500.log.txt')
    expect([format, records, trajectories.length]).toEqual(['react-log', 501, 500])
    const rewards = trajectories.map(({ rewardFinal }) => rewardFinal ?? Number.NaN)
    expect(sum(rewards) / 500).toBeCloseTo(0.6379833333333331, 12)
    expect(rewards.filter((reward) => reward === 1).length / 500).toBe(0.358)
    // "Action: " lines of the log: 1,822 clicks, 523 searches, 1,089 thoughts, 3 exits, and 500 resets that begin the runs
    const kinds = trajectories.flatMap(({ steps }) =>
      steps.map(({ action, actionKind }) => `${actionKind} ${action?.name}`),
    )
    expect(
      Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((each) => each === kind).length])),
    ).toEqual({
      'act click': 1822,
      'act search': 523,
      'think think': 1089,
      'act exit': 3,
    })
    console.info(`WebShop_react_500.log.txt: ${trajectories.length} real cases`)
  })

  it('FireAct: a list of messages and a flat string hold the same kind of run, with its gold answer', () => {
    const names = [
      [
        'fireact/trajs__hotpotqa_dev_0_500_ft_gpt-3.5-turbo-0613_princeton-nlp__7woQRsdi_0.0_2023-09-21-16-19-51.json',
        465,
      ],
      ['fireact/trajs__hotpotqa_dev_0_500_llama_models_lora_llama-2-7b-d_1000_0.7_2023-09-19-00-49-36.json', 500],
    ] as const
    for (const [name, count] of names) {
      const { trajectories } = importReal(name)
      expect(trajectories).toHaveLength(count)
      expect(trajectories.every(({ instance }) => instance.gold.length === 1)).toBe(true)
      expect(trajectories.every(({ rewardFinal }) => rewardFinal === 0 || rewardFinal === 1)).toBe(true)
    }
  })

  it('tau-bench, gpt-4o airline: 200 runs, 84 rewarded, 28 with empty gold, no orders of the user in what was seen', () => {
    const { format, trajectories } = importReal('tau_bench/gpt-4o-airline.json')
    expect([format, trajectories.length]).toEqual(['tau-bench', 200])
    expect(trajectories.filter(({ rewardFinal }) => rewardFinal === 1)).toHaveLength(84)
    expect(trajectories.filter(({ instance }) => instance.gold[0]?.actions.length === 0)).toHaveLength(28)
    expect(trajectories.every(({ instance }) => instance.gold.length === 1)).toBe(true)
    expect(distinct(trajectories.map(({ instance }) => instance.key))).toBe(50)
    const steps = trajectories.flatMap((each) => each.steps)
    // 1,164 calls, 92 of them think, and 1,290 messages to the user, counted from the roles of the messages
    expect(steps.filter(({ actionKind }) => actionKind === 'act')).toHaveLength(1072)
    expect(steps.filter(({ actionKind }) => actionKind === 'think')).toHaveLength(92)
    expect(steps.filter(({ actionKind }) => actionKind === 'talk')).toHaveLength(1290)
    expect(turns(trajectories)).toBe(1290 + 1164)
    for (const { instance, preamble, steps: own } of trajectories) {
      const seen = [...preamble.map(({ content }) => content), ...own.map(({ observation }) => observation ?? '')].join(
        '\n',
      )
      expect(seen).not.toContain(instance.instruction)
    }
    console.info(`tau-bench airline: ${trajectories.length} real cases`)
  })
})

it.runIf(!hasRealData())('real data is absent: no known answers were checked', () => {
  console.info('The real data is not at ../shared/data (ASSAY_REAL_DATA overrides): 0 real cases.')
})
