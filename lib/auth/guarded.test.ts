import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { guarded } from './guarded'
import { found } from './testing/entrances'

const app = path.resolve(import.meta.dirname, '../../app')
const files = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
const entrances = files.flatMap((name) => found(name, readFileSync(path.join(app, name), 'utf8')))

describe('guarded', () => {
  it('names every page, route and action of app/, and nothing else', () => {
    expect(Object.keys(guarded).sort()).toEqual(entrances.sort())
  })
})

describe('found', () => {
  it.each([
    ['people/page.tsx', 'export default function P() {}', ['page /people']],
    ['page.tsx', 'export default function P() {}', ['page /']],
    ['(frame)/review/[id]/page.tsx', '', ['page /review/[id]']],
    [
      'api/x/route.ts',
      'export const GET = a\nexport async function POST() {}',
      ['route GET /api/x', 'route POST /api/x'],
    ],
    [
      'x/actions.ts',
      "'use server'\n\nexport async function go() {}\nexport const stop = async () => {}",
      ['action /x go', 'action /x stop'],
    ],
    ['x/layout.tsx', 'export default function L() {}', []],
  ])('%s', (name, text, expected) => {
    expect(found(name, text)).toEqual(expected)
  })

  it.each([
    [
      'an action written inside a page',
      'x/page.tsx',
      "export default function P() {\n  async function go() { 'use server' }\n}",
    ],
    ['a route that exports its methods elsewhere', 'api/x/route.ts', "export { GET } from './other'"],
    ['actions that are exported in a list', 'x/actions.ts', "'use server'\nasync function go() {}\nexport { go }"],
  ])('refuses %s, which could not be listed', (_, name, text) => {
    expect(() => found(name, text)).toThrow(name)
  })
})
