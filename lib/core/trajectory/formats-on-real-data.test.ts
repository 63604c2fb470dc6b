import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hasRealData, importReal, realRoot } from './testing/import-file'

// Every file of the real data, and what it must be read as. Files that hold no trajectories must be refused, not guessed.
const expected: [folder: RegExp, format: string | null][] = [
  [/^adp_samples\/.*_std\.json$/, 'adp'],
  [/^agentinstruct\/.*_std5\.json$/, 'adp'],
  [/^adp_samples\/eto_raw/, 'eto'],
  [/^adp_samples\/codeactinstruct_raw/, 'sharegpt'],
  [/^adp_samples\/nebius_.*_raw/, 'swe-rows'],
  [/^adp_samples\/swe-gym_.*_raw/, 'openai'],
  [/^adp_samples\/webarena_.*_raw/, 'webarena'],
  [/^agentinstruct\//, 'agentinstruct'],
  [/^agentbench_runs\//, 'agentbench-runs'],
  [/^chat_sft\/(?:alpaca)/, 'alpaca'],
  [/^chat_sft\/glaive/, 'sharegpt'],
  [/^chat_sft\/open_instruct/, 'openai'],
  [/^code_sft\//, 'alpaca'],
  [/^fireact\/data__finetune/, 'openai'],
  [/^fireact\/trajs/, 'fireact'],
  [/^intercode\/results\/sql\/human/, 'intercode-human'],
  [/^intercode\/results\//, 'intercode'],
  [/^react\/WebShop/, 'react-log'],
  [/^react\/alfworld/, 'react-commands'],
  [/^swe_agent\//, 'swe-agent'],
  [/^tau_bench\/gpt/, 'tau-bench'],
  [/^tau_bench\/Mock/, 'tau-examples'],
  [/^webshop_human\//, 'webshop-session'],
  [/./, null],
]

function files(): string[] {
  if (!hasRealData()) return []
  const all = readdirSync(realRoot, { recursive: true, withFileTypes: true })
  return all
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => path.relative(realRoot, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}

const wanted = (name: string) => expected.find(([pattern]) => pattern.test(name))?.[1] ?? null
const table: (string | number)[][] = []

describe.skipIf(!hasRealData())('every file of the real data', () => {
  const named = files().map((name) => [name, wanted(name)] as const)

  it.each(named.filter(([, format]) => format !== null))(
    '%s is read as %s, and every record is accounted for',
    (name, format) => {
      const { format: found, records, parsed, trajectories, quarantined } = importReal(name)
      expect(found).toBe(format)
      expect(records).toBe(parsed + quarantined.length)
      expect(trajectories.length).toBeGreaterThanOrEqual(parsed)
      const steps = trajectories.flatMap((each) => each.steps)
      const turns = trajectories
        .map((each) => new Set(each.steps.map(({ turn }) => turn)).size)
        .reduce((a, b) => a + b, 0)
      const reasons = [...new Set(quarantined.map(({ reason }) => reason))].join('; ')
      const actions = steps.filter(({ action }) => action !== null).length
      const unparsed = steps.filter(({ actionKind }) => actionKind === 'unparsed').length
      table.push([name, found, records, trajectories.length, turns, actions, unparsed, quarantined.length, reasons])
      expect(reasons).toBe(name.startsWith('react/WebShop') ? 'the block holds no "Action: " line: it is no run' : '')
    },
  )

  it.each(named.filter(([, format]) => format === null))('%s holds no trajectories, and is not guessed at', (name) => {
    expect(() => importReal(name)).toThrow(/: (?:unknown|empty): /)
  })

  afterAll(() => {
    const head = ['file', 'format', 'records', 'trajectories', 'turns', 'actions', 'unparsed', 'quarantined', 'why']
    const lines = [head, ...table].map(([name, ...rest]) => [String(name).slice(-60).padEnd(60), ...rest].join('  '))
    console.info(`${lines.join('\n')}\n${table.length} files with trajectories`)
  })
})

it.runIf(!hasRealData())('real data is absent: no file was read', () => {
  console.info('The real data is not at ../shared/data (ASSAY_REAL_DATA overrides): 0 files.')
})
