import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { generate } from './generate'

async function digest(seed: string, trajectories: number): Promise<string> {
  const hash = createHash('sha256')
  for await (const record of generate({ seed, trajectories })) hash.update(`${JSON.stringify(record)}\n`)
  return hash.digest('hex')
}

describe('generate', () => {
  it('gives the same bytes for the same seed and others for another', async () => {
    expect(await digest('a', 120)).toBe(await digest('a', 120))
    expect(await digest('a', 120)).not.toBe(await digest('b', 120))
  })

  it.each([1, 7, 250])(
    'gives %i trajectories when asked for them, the longer example beginning with the shorter',
    async (count) => {
      const short: string[] = []
      for await (const record of generate({ seed: 'n', trajectories: count })) short.push(record.externalId)
      const long: string[] = []
      for await (const record of generate({ seed: 'n', trajectories: count + 50 })) long.push(record.externalId)
      expect(short).toHaveLength(count)
      expect(long.slice(0, count)).toEqual(short)
      expect(new Set(long).size).toBe(long.length)
    },
  )

  it('gives problems of different seeds different keys, so that they are never taken for one another', async () => {
    const keys = async (seed: string) => {
      const found = new Set<string>()
      for await (const { instance } of generate({ seed, trajectories: 100 })) found.add(instance.key)
      return found
    }
    const [a, b] = [await keys('a'), await keys('b')]
    expect([...a].filter((key) => b.has(key))).toEqual([])
  })
})
