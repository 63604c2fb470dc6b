import { describe, expect, it } from 'vitest'
import { generate } from './generate'
import type { ExampleRecord } from './record'
import type { Part } from './truth'

async function collect(seed: string, trajectories: number): Promise<ExampleRecord[]> {
  const records: ExampleRecord[] = []
  for await (const record of generate({ seed, trajectories })) records.push(record)
  return records
}

function textAt(record: ExampleRecord, step: number, part: Part): string | null | undefined {
  const at = record.steps[step - 1]
  if (part === 'rationale') return at?.rationale
  return part === 'observation' ? at?.observation : at?.action?.raw
}

describe('what is known to be wrong', () => {
  it('stands word for word where it is said to stand', async () => {
    const records = await collect('words', 400)
    const places = records.flatMap((record) => [...record.truth, ...record.decoys].map((known) => ({ record, known })))
    expect(places.length).toBeGreaterThan(200)
    for (const { record, known } of places) {
      const text = textAt(record, known.step, known.part) ?? ''
      expect(text, `${record.externalId} ${known.kind}`).toContain(known.text)
    }
  })
})
