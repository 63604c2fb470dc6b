import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import { CHUNK_BYTES } from '@/lib/core/search/chunks'
import { pool, prisma } from '@/lib/data/client'
import { buildSearchIndexes, dropSearchIndexes } from '@/lib/data/search-chunks'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { sampleLines } from '@/lib/jobs/testing/sample-run'
import { followUpOf, runJob, useWorker } from '@/lib/jobs/testing/use-worker'

useTestDatabase()
const { home } = useWorker()

let lead: Viewer
const long = `${'seven words that fill a long text. '.repeat(8000)}needle`
const word = `key${'0123456789abcdef'.repeat(200)}`

beforeAll(async () => {
  lead = await testViewer('lead')
  const file = path.join(home(), 'searched.jsonl')
  const steps = [
    { turn: 1, rationale: '我要搜索数据库', observation: long },
    { turn: 2, rationale: `The token is ${word}.`, observation: 'plain answer' },
  ]
  await writeFile(
    file,
    sampleLines(3, (at) => (at === 1 ? { steps } : {})),
  )
  const job = await runJob(lead, 'import', { path: file, name: 'searched.jsonl', origin: 'command' })
  expect(await followUpOf(lead, job.id, 'search')).toMatchObject({ state: 'done', result: { records: 3 } })
})

async function found(query: string, config = 'words @@ to_tsquery($$simple$$, $1)'): Promise<string[]> {
  const { rows } = await pool().query<{ place: string }>(
    `SELECT DISTINCT t.external_id || ' ' || c.step_index || ' ' || c.part AS place
     FROM search_chunk c JOIN trajectory t ON t.current_revision_id = c.revision_id WHERE ${config} ORDER BY 1`,
    [query],
  )
  return rows.map(({ place }) => place)
}

const indexes = async () => {
  const { rows } = await pool().query(`SELECT indexname FROM pg_indexes WHERE indexname LIKE 'search_chunk_%_idx'`)
  return rows.length
}

describe('what was imported can be searched', () => {
  it.each([
    ['a word of a short text', 'plain', ['run-1 2 observation']],
    ['the end of a text that was cut', 'needle', ['run-1 1 observation']],
    ['a part of a sentence without spaces', '数据', ['run-1 1 rationale']],
    ['the beginning of a word too long for a tsvector', `${word.slice(0, 40)}:*`, ['run-1 2 rationale']],
    ['every instruction', 'many', ['run-0 0 instruction', 'run-1 0 instruction', 'run-2 0 instruction']],
  ])('%s', async (_, query, places) => {
    expect(await found(query)).toEqual(places)
  })

  it('in chunks of at most 100 kB, none twice', async () => {
    const chunks = await prisma.searchChunk.findMany({
      select: { revisionId: true, stepIndex: true, part: true, ordinal: true, text: true },
    })
    expect(Math.max(...chunks.map(({ text }) => Buffer.byteLength(text)))).toBeLessThanOrEqual(CHUNK_BYTES)
    const places = chunks.map(({ text: _, ...place }) => JSON.stringify(place))
    expect(new Set(places).size).toBe(places.length)
    expect(chunks.filter(({ part, stepIndex }) => part === 'observation' && stepIndex === 1).length).toBeGreaterThan(3)
  })
})

it('drops and builds the indexes with the rights of the application', async () => {
  await dropSearchIndexes()
  expect(await indexes()).toBe(1) // that of the revision stays
  await buildSearchIndexes()
  await buildSearchIndexes()
  expect(await indexes()).toBe(3)
})
