import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startPostgres } from '@/lib/cli/postgres'
import { findBinaries } from '@/lib/cli/postgres/binaries'
import { run } from '@/lib/cli/run'
import { useHomes } from '@/lib/cli/testing/home'

const newHome = useHomes()
const quick = { durable: false }
const asRoot = process.getuid?.() === 0

/** Whether the user postgres is there and may enter the folder that this checkout is in. */
async function postgresUserCanRun(): Promise<boolean> {
  const uid = Number((await run('id', ['-u', 'postgres'])).output)
  if (!asRoot || !(uid > 0)) return false
  const { initdb } = await findBinaries()
  return run(initdb, ['--version'], { uid, gid: uid, cwd: '/' }).then(
    ({ code }) => code === 0,
    () => false,
  )
}
const hasPostgresUser = await postgresUserCanRun()

describe.skipIf(!asRoot)('for root where user namespaces are forbidden', () => {
  /** Programs that come before the system's: `unshare` that refuses, and whatever else is given. */
  async function withPrograms<T>(programs: Record<string, string>, work: () => Promise<T>): Promise<T> {
    const folder = await newHome()
    const refusing = { unshare: 'echo "Operation not permitted" >&2; exit 1', ...programs }
    for (const [name, script] of Object.entries(refusing))
      await writeFile(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    const before = process.env.PATH
    process.env.PATH = `${folder}:${before}`
    try {
      return await work()
    } finally {
      process.env.PATH = before
    }
  }
  const failure = (work: Promise<unknown>) => work.then(String, String)

  it.skipIf(!hasPostgresUser)(
    'it runs as the user postgres, who may pass through the home and read nothing in it',
    async () => {
      const home = await newHome()
      const started = await withPrograms({}, () => startPostgres(home, quick))
      expect(started.started).toBe(true)
      expect((await stat(path.join(home, 'postgres/data'))).uid).toBe(
        Number((await run('id', ['-u', 'postgres'])).output),
      )
      expect((await stat(home)).mode & 0o777).toBe(0o710)
      await started.leave()
      // Its data stays that user's, with or without namespaces.
      expect((await startPostgres(home, quick)).started).toBe(true)
    },
  )

  it.skipIf(!hasPostgresUser)('it says so where that user may not enter the place', async () => {
    const home = path.join(await newHome(), 'closed', 'home')
    const said = await withPrograms({}, () => failure(startPostgres(home, quick)))
    expect(said).toMatch(/could not make its data folder .*Permission denied.*set ASSAY_HOME to such a place/)
  })

  it('it says what would help where there is no such user either', async () => {
    const said = await withPrograms({ id: 'exit 1' }, () =>
      newHome().then((home) => failure(startPostgres(home, quick))),
    )
    expect(said).toMatch(/does not run as root.*Operation not permitted.*ordinary user.*useradd.*DATABASE_URL/)
  })

  it('it does not touch a store that was made in a namespace', async () => {
    const home = await newHome()
    await (await startPostgres(home, quick)).leave()
    const said = await withPrograms({}, () => failure(startPostgres(home, quick)))
    expect(said).toContain('This store was made in a user namespace')
  })
})
