import { beforeEach, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/auth/viewer'
import type { VerdictInput } from '@/lib/core/review/verdict'
import { prisma } from '@/lib/data/client'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { insertSource, insertTrajectory } from '@/lib/data/testing/trajectories'
import { listVerdicts, recordVerdict } from './verdicts'

useTestDatabase()

const now = new Date('2026-01-02T03:04:05.000Z')
let ana: Viewer
let ben: Viewer
let trajectoryId: string
let revisionId: string

beforeEach(async () => {
  ana = await testViewer('annotator')
  ben = await testViewer('annotator')
  const trajectory = await insertTrajectory((await insertSource()).id)
  trajectoryId = trajectory.id
  revisionId = trajectory.currentRevisionId
})

const submit = (viewer: Viewer, seen: number, given: Partial<VerdictInput> = {}) =>
  recordVerdict(
    viewer,
    { trajectoryId, revisionId, choice: 'accept', note: '', actionsRight: null, rationaleHonest: null, seen, ...given },
    now,
  )

const entries = () => prisma.entry.findMany({ where: { subjectId: trajectoryId }, orderBy: { seq: 'asc' } })
const outcome = async () => (await prisma.trajectory.findUniqueOrThrow({ where: { id: trajectoryId } })).outcome

describe('recordVerdict', () => {
  it('stores the verdict, the outcome and an audit entry', async () => {
    expect(await submit(ana, 0)).toEqual({ ok: true, savedAt: now.toISOString(), seen: 1, outcome: 'accepted' })
    expect(await listVerdicts(revisionId)).toMatchObject([{ personId: ana.id, choice: 'accept', version: 1 }])
    expect(await outcome()).toBe('accepted')
    expect(await entries()).toMatchObject([{ act: 'verdict.record', personId: ana.id }])
  })

  it('lets exactly one of two simultaneous verdicts through and shows it to the other', async () => {
    const outcomes = await Promise.all([submit(ana, 0), submit(ben, 0, { choice: 'reject', note: 'wrong shoe' })])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    const refused = outcomes.find((one) => !one.ok)
    expect(refused).toMatchObject({ reason: 'conflict', seen: 1, latest: [{ version: 1 }] })
    expect(await entries()).toHaveLength(1)
  })

  it('tells the second window of one person, too', async () => {
    await submit(ana, 0)
    expect(await submit(ana, 0, { choice: 'fix' })).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await submit(ana, 1, { choice: 'fix' })).toMatchObject({ ok: true, outcome: 'fix' })
    expect(await listVerdicts(revisionId)).toMatchObject([{ choice: 'fix', version: 2 }])
    expect(await prisma.verdict.count({ where: { review: { revisionId } } })).toBe(2)
  })

  it('calls differing verdicts disputed until one is withdrawn', async () => {
    await submit(ana, 0)
    expect(await submit(ben, 1, { choice: 'reject', note: 'no' })).toMatchObject({ outcome: 'disputed' })
    expect(await submit(ben, 2, { choice: 'withdrawn' })).toMatchObject({ outcome: 'accepted' })
    expect((await entries()).map((entry) => entry.act)).toEqual([
      'verdict.record',
      'verdict.record',
      'verdict.withdraw',
    ])
  })

  it('withdraws nothing where nothing stands', async () => {
    expect(await submit(ana, 0, { choice: 'withdrawn' })).toEqual({ ok: false, reason: 'nothing-to-withdraw' })
    await submit(ana, 0)
    await submit(ana, 1, { choice: 'withdrawn' })
    expect(await submit(ana, 2, { choice: 'withdrawn' })).toEqual({ ok: false, reason: 'nothing-to-withdraw' })
  })

  it('writes nothing about a trajectory that was deleted or has another revision', async () => {
    expect(await submit(ana, 0, { revisionId: trajectoryId })).toEqual({ ok: false, reason: 'not-found' })
    await prisma.trajectory.update({ where: { id: trajectoryId }, data: { deletedAt: now } })
    expect(await submit(ana, 0)).toEqual({ ok: false, reason: 'not-found' })
    expect(await entries()).toEqual([])
  })

  it('leaves nothing behind when the audit entry cannot be written', async () => {
    await prisma.$executeRaw`UPDATE entry_head SET id = 1, seq = -1 WHERE id = 1`
    await prisma.$executeRaw`INSERT INTO entry (seq, at, person_id, act, subject, subject_id, detail, previous, hash)
      SELECT 0, now(), ${ana.id}::uuid, 'x', 'x', 'x', '{}', '\\x00', '\\x01' WHERE NOT EXISTS (SELECT 1 FROM entry WHERE seq = 0)`
    await expect(submit(ana, 0)).rejects.toThrow()
    expect(await prisma.verdict.count({ where: { review: { revisionId } } })).toBe(0)
    expect(await outcome()).toBe('open')
  })
})
