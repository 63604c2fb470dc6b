import { describe, expect, it } from 'vitest'
import { generate } from './generate'
import type { ExampleRecord } from './record'
import { flawOf, signs, textAt } from './testing/evidence'
import { decoyKinds, defectKinds } from './truth'

const records: ExampleRecord[] = []
for await (const record of generate({ seed: 'words', trajectories: 1500 })) records.push(record)
const defects = records.flatMap((record) => record.truth.map((truth) => ({ record, truth })))
const decoys = records.flatMap((record) => record.decoys.map((decoy) => ({ record, decoy })))

describe('what is known to be wrong', () => {
  it('stands word for word where it is said to stand', () => {
    for (const { record, truth } of defects)
      expect(textAt(record, truth), `${record.externalId} ${truth.kind}`).toContain(truth.text)
    for (const { record, decoy } of decoys)
      expect(textAt(record, decoy), `${record.externalId} ${decoy.kind}`).toContain(decoy.text)
  })

  // A refused action of these environments is one that they did not offer; databases refuse invalid ones.
  it.each(defectKinds.filter((kind) => kind !== 'invalid-action'))('shows the signs of %s', (kind) => {
    const found = defects.filter(({ truth }) => truth.kind === kind)
    expect(found.length).toBeGreaterThan(0)
    for (const { record, truth } of found)
      expect(signs[kind](record, truth), `${record.externalId} step ${truth.step}: ${truth.text}`).toBe(true)
  })

  it.each(decoyKinds)('has things beside it that only look wrong: %s', (kind) => {
    expect(decoys.some(({ decoy }) => decoy.kind === kind)).toBe(true)
  })

  it('is all there is', () => {
    const clean = records.filter(({ truth }) => truth.length === 0)
    expect(clean.length).toBeGreaterThan(records.length / 2)
    for (const record of clean) expect(flawOf(record), record.externalId).toBeNull()
  })
})
