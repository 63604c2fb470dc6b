import type { SourceHints } from './format'

const environments: Readonly<Record<string, string>> = {
  ic_sql: 'intercode-sql',
  sql: 'intercode-sql',
  ic_bash: 'intercode-bash',
  bash: 'intercode-bash',
  ic_python: 'intercode-python',
  python: 'intercode-python',
  ic_ctf: 'intercode-ctf',
  ctf: 'intercode-ctf',
}

/** The task that an InterCode environment is: ic_sql → intercode-sql. */
export function environmentTask(environment: string): string {
  return environments[environment.toLowerCase()] ?? `intercode-${environment.toLowerCase().replace(/^ic_/, '')}`
}

/**
 * One name for a data set however a log or a gold file spells it: ./data/spider/dev_spider.json and ic_spider_dev.json
 * are both spider-dev. NL2Bash comes in four file systems, and ids restart in each.
 */
export function datasetOf(path: string, environment: string): string {
  const stem = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.jsonl?$/i, '').toLowerCase()
  const fs = /nl2bash_fs_(\d+)/.exec(stem)
  if (fs) return `nl2bash-fs${fs[1]}`
  for (const known of ['spider', 'bird', 'wikisql', 'mbpp', 'ctf']) if (stem.includes(known)) return `${known}-dev`
  if (stem !== '') return stem
  return environment.toLowerCase() === 'ic_sql' ? 'spider-dev' : environment.toLowerCase()
}

/** The model and method that a log's path names: ic_sql_multiturn_gpt-4_10_turns.json, gpt-3.5/ic_sql_react_10_turns.json. */
export function hintsOf(sourceName: string): SourceHints {
  const parts = sourceName.split(/[\\/]/)
  const name = parts.at(-1) ?? ''
  const named =
    /^ic_[a-z]+_multiturn_(.{1,60}?)_\d+_turns/.exec(name) ?? /^ic_[a-z]+_multiturn_(.{1,60}?)-\d+_turns/.exec(name)
  const folder = parts.length > 1 && name.startsWith('ic_') ? (parts.at(-2) ?? null) : null
  const model = named?.[1] ?? folder
  if (model === 'human') return { model: null, method: 'human' }
  return { model, method: null }
}
