import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { store } from './people'

const manifest = z.object({
  node: z.record(z.string(), z.object({ exportedName: z.string(), filename: z.string() })),
})

/** Where the server under test was built: `next build` makes .next/server, `next dev` .next/dev/server. */
function readManifest() {
  const newest = ['.next/server', '.next/dev/server'].flatMap((folder) => {
    try {
      return [manifest.parse(JSON.parse(readFileSync(`${folder}/server-reference-manifest.json`, 'utf8')))]
    } catch {
      return []
    }
  })
  return newest.map(({ node }) => node)
}

/** The ids by which a browser calls the action "/people invite". A build has one; beside a development server, two. */
export function actionIds(address: string, name: string): string[] {
  const filename = `app${address === '/' ? '' : address}/actions.ts`
  const ids = readManifest().flatMap((node) =>
    Object.entries(node).flatMap(([id, action]) =>
      action.filename === filename && action.exportedName === name ? [id] : [],
    ),
  )
  if (ids.length === 0) throw new Error(`The build knows no action ${name} of ${filename}.`)
  return ids
}

/** How to find something for a part of an address like [id]: whoever brings a noun with a page of its own says so. */
const samples: Record<string, string> = {
  '/trajectories/[id]': `SELECT id FROM trajectory WHERE deleted_at IS NULL AND kind = 'trajectory' ORDER BY id LIMIT 1`,
  '/sources/[id]': `SELECT id FROM source WHERE deleted_at IS NULL ORDER BY id LIMIT 1`,
  '/jobs/[id]': `SELECT id FROM job ORDER BY id LIMIT 1`,
}

const fixed: Record<string, string> = { '[index]': '1', '[name]': 'sql', '[...all]': 'get-session' }

/** An address that exists, for a pattern: /trajectories/[id] → /trajectories/01a1… */
export async function realAddress(pattern: string): Promise<string> {
  const noun = /^(.*?\[id\])/.exec(pattern)?.[1]
  let address = pattern
  if (noun) {
    const sql = samples[noun]
    if (!sql) throw new Error(`e2e/entrances.ts does not say how to find a ${noun}.`)
    const { rows } = await store().query<{ id: string }>(sql)
    if (!rows[0]) throw new Error(`The store holds nothing for ${noun}: test against the example workspace.`)
    address = address.replace('[id]', rows[0].id)
  }
  for (const [part, value] of Object.entries(fixed)) address = address.replace(part, value)
  return address
}
