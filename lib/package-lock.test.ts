import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'

const lock = z.object({
  packages: z.record(z.string(), z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() })),
})

/** Where npm looks for a package: beside the one that wants it, and in every folder above. */
function isLocked(places: Set<string>, wanter: string, name: string): boolean {
  for (let from = wanter; ; from = from.slice(0, Math.max(from.lastIndexOf('/node_modules/'), 0))) {
    if (places.has(from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`)) return true
    if (from === '') return false
  }
}

// npm writes down only what the registry showed it, and `npm ci` then refuses the rest on every other machine: after an
// incomplete view of the registry a bare clone could not be installed at all.
it('names what every platform needs, so that `npm ci` works on each', async () => {
  const text = await readFile(path.resolve(import.meta.dirname, '../package-lock.json'), 'utf8')
  const { packages } = lock.parse(JSON.parse(text))
  const places = new Set(Object.keys(packages))
  const missing = Object.entries(packages).flatMap(([wanter, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(places, wanter, name)),
  )
  expect(missing).toEqual([])
})
