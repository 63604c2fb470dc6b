import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { exampleId, exampleText, gameGoals, isGameList, knownFields } from '@/lib/core/contamination/test-record'
import type { TestExample } from '@/lib/core/contamination/test-texts'

/** A file of test examples as it was read. */
export type TestFile = { task: string; path: string; sha256: string; records: unknown[] }

/** Reads files of test examples: JSON, lines of JSON or Parquet, zipped or not. `NAME=PATH` names the task. */
export async function readTestFiles(given: readonly string[], resolve: (typed: string) => string): Promise<TestFile[]> {
  const files: TestFile[] = []
  for (const typed of given) {
    const [, name, rest] = /^([^=/\\]+)=(.+)$/.exec(typed) ?? [undefined, undefined, typed]
    const file = resolve(rest ?? typed)
    const bytes = await readFile(file)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const task = name ?? path.basename(file).replace(/(\.(jsonl|ndjson|jsonlines|json|parquet|txt))?(\.gz)?$/i, '')
    files.push({ task, path: file, sha256, records: await recordsOf(file, bytes) })
  }
  return files
}

/**
 * The examples of test files. A list of ALFWorld games takes its goals from the file that holds them, which is then no
 * test set of its own.
 *
 * @throws Error where a file holds no example, or none of the fields that usually hold the text
 */
export function examplesOf(files: readonly TestFile[], field: string | null): TestExample[] {
  const lists = files.filter(({ records }) => isGameList(records))
  const goals = lists.length === 0 ? null : gameGoals(files.flatMap(({ records }) => records))
  if (goals !== null && goals.size === 0)
    throw new Error(
      `${lists[0]?.path} lists games of ALFWorld, not their goals. Give the file with the goals too: --test ${lists[0]?.path} alfworld_tasks_suffix.json`,
    )
  const sets = goals === null ? files : files.filter(({ records }) => gameGoals(records).size === 0)
  return sets.flatMap(({ task, path: file, records }) => {
    const examples = records.map((record, at): TestExample => {
      const text = exampleText(record, field, goals)
      if (text === null)
        throw new Error(
          `${file}, record ${at + 1}: ${field === null ? `none of the fields ${knownFields.join(', ')}` : `no field ${field}`}. --field names the field that holds the text.`,
        )
      return { task, id: exampleId(record) ?? String(at + 1), text }
    })
    if (examples.length === 0) throw new Error(`${file} holds no example.`)
    return examples
  })
}

async function recordsOf(file: string, bytes: Buffer): Promise<unknown[]> {
  if (/\.parquet$/i.test(file)) return parquetReadObjects({ file: await asyncBufferFromFile(file) })
  const text = (/\.gz$/i.test(file) ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '')
  const name = file.replace(/\.gz$/i, '')
  if (/\.(txt|text)$/i.test(name)) return text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (/\.(jsonl|ndjson|jsonlines)$/i.test(name)) return linesOf(text, file)
  try {
    const value: unknown = JSON.parse(text)
    return flat(value)
  } catch (error) {
    if (/^\s*\{.*\}\s*\n\s*\{/.test(text)) return linesOf(text, file)
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function linesOf(text: string, file: string): unknown[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [JSON.parse(line)]
    } catch (error) {
      throw new Error(`${file}, line ${at + 1} is not JSON: ${error instanceof Error ? error.message : String(error)}`)
    }
  })
}

/** The items of an array; of an object whose members are all arrays, their items; else the object itself. */
function flat(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return [value]
  const members = Object.values(value)
  return members.length > 0 && members.every(Array.isArray) ? members.flat() : [value]
}
