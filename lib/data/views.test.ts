import { describe, expect, it } from 'vitest'
import { testViewer, useTestDatabase } from '@/lib/data/testing/database'
import { keepView, listViews, removeView } from './views'

useTestDatabase()

const view = { name: 'Hard ones', query: 'difficulty:extra', sort: '-reward', shared: false }
const now = new Date('2026-01-02T03:04:05Z')

describe('views', () => {
  it('are their keeper’s own until they are shared', async () => {
    const [ana, ben] = [await testViewer('annotator'), await testViewer('lead')]
    await keepView(ana, view)
    await keepView(ana, { ...view, name: 'Everybody', shared: true })
    expect((await listViews(ana)).map(({ name, own }) => [name, own])).toEqual([
      ['Everybody', true],
      ['Hard ones', true],
    ])
    expect((await listViews(ben)).map(({ name, own }) => [name, own])).toEqual([['Everybody', false]])
  })

  it('bear a name once a person, even when two are kept at the same moment', async () => {
    const ana = await testViewer('annotator')
    const outcomes = await Promise.all([keepView(ana, view), keepView(ana, view)])
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true])
  })

  it('can be taken away and brought back by their keeper alone', async () => {
    const [ana, ben] = [await testViewer('annotator'), await testViewer('annotator')]
    const kept = await keepView(ana, view)
    if (!kept.ok) throw new Error(kept.reason)
    const { id } = kept.value
    expect(await removeView(ben, { id, removed: true, now })).toMatchObject({ reason: 'not-found' })
    expect(await removeView(ana, { id, removed: true, now })).toMatchObject({ ok: true })
    expect((await listViews(ana)).filter(({ own }) => own)).toEqual([])
    expect(await removeView(ana, { id, removed: false, now })).toMatchObject({ ok: true })
    expect((await listViews(ana))[0]).toMatchObject({ id })

    await removeView(ana, { id, removed: true, now })
    await keepView(ana, view)
    expect(await removeView(ana, { id, removed: false, now })).toMatchObject({ reason: 'name-taken' })
  })
})
