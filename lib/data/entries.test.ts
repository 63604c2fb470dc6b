import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { OPERATOR_ID } from '@/lib/auth/viewer'
import { inTransaction, prisma } from '@/lib/data/client'
import { appendEntry, verifyChain } from '@/lib/data/entries'
import { useTestDatabase } from '@/lib/data/testing/database'

const database = useTestDatabase()

const append = (subjectId: string, detail = {}) =>
  inTransaction((tx) => appendEntry(tx, { personId: OPERATOR_ID, act: 'source.import', subjectId, detail }))

/** Does something to the store as its owner, without the triggers that refuse it. */
async function tamper(statement: string) {
  const owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`SET session_replication_role = 'replica'; ${statement}; RESET session_replication_role`)
  await owner.end()
}

describe('the audit log', () => {
  beforeAll(() => append('first', { z: 1.5, a: { nested: ['é', 1e21, -0] }, left: undefined }))

  it('is whole when it holds what was written', async () => {
    expect(await verifyChain()).toMatchObject({ whole: true, entries: 1n })
  })

  it('stays unbroken with many writers at once', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => append(`concurrent-${index}`, { index })))
    expect(await verifyChain()).toMatchObject({ whole: true, entries: 41n })
  })

  it('takes no number from the chain for a transaction that is undone', async () => {
    const undone = inTransaction(async (tx) => {
      await appendEntry(tx, { personId: OPERATOR_ID, act: 'source.import', subjectId: 'undone' })
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await append('after')
    expect(await verifyChain()).toMatchObject({ whole: true, entries: 42n })
  })

  it.each([
    ['UPDATE', `UPDATE entry SET act = 'x' WHERE seq = 1`],
    ['DELETE', 'DELETE FROM entry WHERE seq = 1'],
    ['TRUNCATE', 'TRUNCATE entry'],
    ['ALTER', 'ALTER TABLE entry DISABLE TRIGGER ALL'],
  ])('refuses %s to the application', async (_, statement) => {
    await expect(prisma.$executeRawUnsafe(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it.each([
    ['UPDATE', `UPDATE entry SET act = 'x' WHERE seq = 1`],
    ['DELETE', 'DELETE FROM entry WHERE seq = 1'],
    ['TRUNCATE', 'TRUNCATE entry'],
  ])('refuses %s to the owner too', async (verb, statement) => {
    const owner = new Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await expect(owner.query(statement)).rejects.toThrow(`the table entry is append-only: ${verb} refused`)
    await owner.end()
  })

  it.each([
    [
      'a changed line',
      `UPDATE entry SET detail = '{"z": 2}' WHERE seq = 1`,
      'entry 1 is not what was written',
      `UPDATE entry SET detail = '{"z": 1.5, "a": {"nested": ["é", 1e21, 0]}}' WHERE seq = 1`,
    ],
    [
      'a line taken out of the middle',
      'CREATE TABLE kept AS SELECT * FROM entry WHERE seq = 7; DELETE FROM entry WHERE seq = 7',
      'entry 7 is missing',
      'INSERT INTO entry SELECT * FROM kept; DROP TABLE kept',
    ],
    [
      'a line cut off the end',
      'CREATE TABLE kept AS SELECT * FROM entry WHERE seq = 42; DELETE FROM entry WHERE seq = 42',
      'the head names entry 42, the log ends at 41',
      'INSERT INTO entry SELECT * FROM kept; DROP TABLE kept',
    ],
  ])('shows %s', async (_, damage, reason, repair) => {
    await tamper(damage)
    expect(await verifyChain()).toEqual({ whole: false, reason })
    await tamper(repair)
    expect(await verifyChain()).toMatchObject({ whole: true })
  })
})
