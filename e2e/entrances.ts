import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { store } from './people'

const manifest = z.object({
  node: z.record(
    z.string(),
    z.object({ exportedName: z.string(), filename: z.string(), workers: z.record(z.string(), z.unknown()) }),
  ),
})

/** `next build` makes .next/server, `next dev` .next/dev/server; the one of the server under test comes last. */
function readManifests() {
  return ['.next/server', '.next/dev/server'].flatMap((folder) => {
    const file = `${folder}/server-reference-manifest.json`
    return existsSync(file) ? [manifest.parse(JSON.parse(readFileSync(file, 'utf8'))).node] : []
  })
}

/**
 * How a browser calls an action of app/people/actions.ts: its id, and a page that has it. A page that has it not would
 * pass the call on to one that does, and answer 200 whatever that one says.
 */
export function findAction(address: string, name: string): { id: string; page: string } {
  const folder = `app${address === '/' ? '' : address}`
  const found = readManifests().flatMap((actions) =>
    Object.entries(actions).filter(
      ([, { filename, exportedName }]) => filename === `${folder}/actions.ts` && exportedName === name,
    ),
  )
  const [id, action] = found.at(-1) ?? []
  if (!id || !action) throw new Error(`The build knows no action ${name} of ${folder}.`)
  const pages = Object.keys(action.workers)
  const page = pages.find((one) => one === `${folder}/page`) ?? pages[0] ?? ''
  return { id, page: page.replace(/^app/, '').replace(/\/page$/, '') || '/' }
}

/** How to find something for a part of an address like [id]: whoever brings a noun with a page of its own says so. */
const samples: Record<string, string> = {
  '/trajectories/[id]': `SELECT id FROM trajectory WHERE deleted_at IS NULL AND kind = 'trajectory' ORDER BY id LIMIT 1`,
  '/sources/[id]': 'SELECT source_id AS id FROM record WHERE ordinal = 0 LIMIT 1',
  // Uploads stand on disk: one that nobody has will do, since what is refused reads otherwise.
  '/sources/upload/[id]': 'SELECT gen_random_uuid() AS id',
  '/jobs/[id]': `SELECT id FROM job ORDER BY id LIMIT 1`,
}

const fixed: Record<string, string> = {
  '[index]': '1',
  '[ordinal]': '0',
  '[name]': 'sql',
  '[...all]': 'get-session',
}

const PATIENCE_MS = 50_000

/** The first start says its address while the example is still being imported. */
async function sampleOf(noun: string, sql: string): Promise<string> {
  for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; await sleep(200)) {
    const { rows } = await store().query<{ id: string }>(sql)
    if (rows[0]) return rows[0].id
  }
  throw new Error(`The store holds nothing for ${noun}: test against the example workspace.`)
}

/** An address that exists, for a pattern: /trajectories/[id] → /trajectories/01a1… */
export async function realAddress(pattern: string): Promise<string> {
  const noun = /^(.*?\[id\])/.exec(pattern)?.[1]
  let address = pattern
  if (noun) {
    const sql = samples[noun]
    if (!sql) throw new Error(`e2e/entrances.ts does not say how to find a ${noun}.`)
    address = address.replace('[id]', await sampleOf(noun, sql))
  }
  for (const [part, value] of Object.entries(fixed)) address = address.replace(part, value)
  return address
}
