import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { databaseUrl } from '@/lib/data/testing/address'
import { subjects } from '@/lib/demo/askdb/databases/subjects'
import { answerOf, sameAnswer } from '@/lib/demo/askdb/instance'
import { plainHand, write } from '@/lib/demo/askdb/query'
import type { QuestionKind, Value } from '@/lib/demo/askdb/question'
import type { Execute } from '@/lib/demo/askdb/schema'
import { AskSession } from '@/lib/demo/askdb/session'
import { generate } from '@/lib/demo/generate'
import type { ExampleRecord } from '@/lib/demo/record'
import { flawOf, signs, textAt } from '@/lib/demo/testing/evidence'
import { decoyKinds, defectKinds } from '@/lib/demo/truth'
import { type ExampleDatabases, openExampleDatabases } from './databases'
import { defaultSize } from './workspace'

const name = `assay_sandbox_${randomBytes(6).toString('hex')}`
let databases: ExampleDatabases
let execute: Execute
let all: ExampleRecord[]
let records: ExampleRecord[]

async function asAdmin(...statements: string[]) {
  const admin = new Client({ connectionString: inject('adminUrl') })
  await admin.connect()
  for (const statement of statements) await admin.query(statement)
  await admin.end()
}

beforeAll(async () => {
  await asAdmin(`CREATE ROLE ${name} LOGIN PASSWORD '${name}'`, `CREATE DATABASE ${name} OWNER ${name}`)
  const address = new URL(databaseUrl(inject('adminUrl'), name))
  address.username = name
  address.password = name
  process.env.SANDBOX_DATABASE_URL = address.toString()
  databases = await openExampleDatabases()
  if (!databases.execute) throw new Error(databases.missing ?? 'no sandbox')
  execute = databases.execute
  all = []
  for await (const record of generate({ ...defaultSize, execute })) all.push(record)
  records = all.filter(({ task }) => task === 'askdb')
})

afterAll(async () => {
  delete process.env.SANDBOX_DATABASE_URL
  await databases.close()
  await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`)
})

/** The slots of a kind of question, each with its i-th value. */
function slots(kind: QuestionKind, i: number, part: (value: Value) => string): Record<string, string> {
  const chosen = Object.entries(kind.slots).map(([slot, values]) => [slot, values[i % values.length]] as const)
  return Object.fromEntries(chosen.map(([slot, value]) => [slot, value ? part(value) : '']))
}

async function firstColumn(database: string, sql: string): Promise<(string | null)[]> {
  const outcome = await execute(database, sql)
  if (!outcome.ok) throw new Error(`${sql}: ${outcome.message}`)
  return outcome.rows.map(([cell]) => cell ?? null)
}

describe('the questions to the example databases', () => {
  const kinds = subjects.flatMap(({ database, kinds: all }) =>
    all.map((kind) => [`${database.name}: ${kind.name}`, database, kind] as const),
  )

  it.each(kinds)('%s has gold SQL that runs, and every way of it gives the same', async (_, database, kind) => {
    for (let i = 0; i < 6; i += 1) {
      const sql = slots(kind, i, (value) => value.sql)
      const rows = await firstColumn(database.name, write(kind.query(sql), plainHand))
      expect(await firstColumn(database.name, write(kind.query(sql), { upper: false, lines: true }))).toEqual(rows)
      if (kind.otherwise) expect(await firstColumn(database.name, kind.otherwise(sql))).toEqual(rows)
    }
  })

  it.each(kinds)('%s names codes that the database holds', async (_, database, kind) => {
    for (const { table, column, slot } of kind.coded ?? []) {
      const held = await firstColumn(database.name, `SELECT DISTINCT ${column} FROM ${table}`)
      for (const { sql } of kind.slots[slot] ?? []) expect(held).toContain(sql.slice(1, -1))
    }
  })

  it.each(kinds)('%s is refused under the name that someone guesses', async (_, database, kind) => {
    const [column, wrong] = kind.misnamed
    const outcome = await execute(database.name, `SELECT ${wrong} FROM ${kind.tables[0]}`)
    expect(outcome.ok).toBe(false)
    const sql = write(kind.query(slots(kind, 0, (value) => value.sql)), plainHand)
    expect(sql).toContain(column)
  })
})

describe('a run that asks', () => {
  it('saw what the database gives back, unless the record was spoiled there', async () => {
    expect(records.length).toBeGreaterThan(80)
    for (const record of records) {
      const subject = subjects.find(({ database }) => database.name === record.instance.clusterKey)
      if (!subject) throw new Error(`no database for ${record.externalId}`)
      const session = new AskSession(subject.database, execute)
      for (const [i, { action, observation }] of record.steps.entries()) {
        if (action === null || record.truth.some(({ step, part }) => step === i + 1 && part === 'observation')) continue
        const { text } = await session.act(action.raw)
        if (observation !== null) expect(observation, record.externalId).toBe(text)
      }
    }
  })

  it('was rewarded when its answer is what the gold SQL gives', async () => {
    for (const { instance, steps, rewardFinal } of records) {
      const [gold] = instance.gold
      const statement = gold?.actions.at(-2)?.arguments.sql
      const outcome = await execute(instance.clusterKey ?? '', String(statement))
      expect(outcome.ok && answerOf(outcome.rows)).toBe(gold?.answer)
      const given = steps.at(-1)?.action?.arguments.text
      const right = typeof given === 'string' && sameAnswer(given, gold?.answer ?? '')
      if (rewardFinal !== null) expect(rewardFinal).toBe(right ? 1 : 0)
    }
  })
})

describe('the example of the default size', () => {
  it.each(defectKinds)('has %s in it, with its signs', (kind) => {
    const found = all.flatMap((record) =>
      record.truth.filter((truth) => truth.kind === kind).map((truth) => ({ record, truth })),
    )
    expect(found.length).toBeGreaterThan(0)
    for (const { record, truth } of found) {
      expect(textAt(record, truth)).toContain(truth.text)
      expect(signs[kind](record, truth), `${record.externalId} step ${truth.step}: ${truth.text}`).toBe(true)
    }
  })

  it.each(decoyKinds)('has %s in it, which only looks wrong', (kind) => {
    expect(all.some(({ decoys }) => decoys.some((decoy) => decoy.kind === kind))).toBe(true)
  })

  it('has nothing wrong in it but what is named', () => {
    for (const record of all.filter(({ truth }) => truth.length === 0))
      expect(flawOf(record), record.externalId).toBeNull()
  })

  it('has the weak models solve mostly what is easy, and answers forced where nobody explored to them', () => {
    const solved = (model: string, levels: readonly string[]) => {
      const runs = all.filter(
        (record) =>
          record.model === model &&
          record.method === 'exploration' &&
          levels.includes(record.instance.difficulty ?? ''),
      )
      return runs.filter(({ rewardFinal }) => rewardFinal === 1).length / runs.length
    }
    for (const model of ['wren-7b', 'plover-13b', 'kestrel-70b'])
      expect(solved(model, ['easy'])).toBeGreaterThan(solved(model, ['hard', 'extra']) + 0.2)
    expect(solved('heron-pro', ['hard', 'extra'])).toBeGreaterThan(solved('wren-7b', ['hard', 'extra']) + 0.2)
    expect(all.filter(({ method }) => method === 'answer forcing').every(({ rewardFinal }) => rewardFinal === 1)).toBe(
      true,
    )
  })
})
