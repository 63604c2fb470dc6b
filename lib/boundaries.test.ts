import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// What may not import what, each planted in a folder of its own and shown to the linter with the project's own rules.
const refused: [string, string][] = [
  ['lib/core/planted.ts', `import { prisma } from '@/lib/data/client'`],
  ['lib/core/planted-file.ts', `import { readFile } from 'node:fs/promises'`],
  ['lib/data/planted.ts', `import { enqueue } from '@/lib/jobs/queue'`],
  ['lib/data/planted-auth.ts', `import { may } from '@/lib/auth/permissions'`],
  ['lib/auth/planted.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
  ['lib/jobs/planted.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
  ['lib/demo/planted.ts', `import { prisma } from '@/lib/data/client'`],
  ['lib/cli/planted.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
  ['app/planted.ts', `import { prisma } from '@/prisma/generated/client'`],
  ['app/planted-worker.ts', `import { startWorker } from '@/lib/jobs/worker'`],
  ['components/planted.tsx', `import { listTrajectories } from '@/lib/data/trajectories'`],
  ['components/planted-action.tsx', `import { recordVerdict } from '@/app/trajectories/actions'`],
]
const allowed: [string, string][] = [
  ['lib/core/kept.ts', `import { canonicalJson } from '@/lib/core/canonical-json'`],
  ['lib/data/kept.ts', `import { PrismaClient } from '@/prisma/generated/client'`],
  ['lib/jobs/kept.ts', `import { prisma } from '@/lib/data/client'`],
  ['app/kept.ts', `import { enqueue } from '@/lib/jobs/queue'`],
  ['components/kept.tsx', `import type { Row } from '@/lib/data/trajectories'`],
]

const root = path.resolve(import.meta.dirname, '..')
let folder: string
let found: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'assay-boundaries-'))
  await copyFile(path.join(root, 'biome.json'), path.join(folder, 'biome.json'))
  await writeFile(path.join(folder, '.gitignore'), 'node_modules/\n')
  for (const [file, line] of [...refused, ...allowed]) {
    const name = /import (?:type )?\{ (\w+) \}/.exec(line)?.[1]
    const use = line.startsWith('import type') ? `export type Planted = ${name}` : `export const planted = ${name}`
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true })
    await writeFile(path.join(folder, file), `${line}\n${use}\n`)
  }
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome')
  const run = promisify(execFile)(process.execPath, [biome, 'lint', '--max-diagnostics=none', '--colors=off'], {
    cwd: folder,
  })
  found = await run.then(
    ({ stdout, stderr }) => stdout + stderr,
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  )
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const isRefused = (file: string) => new RegExp(`^${file}:\\d+:\\d+ lint/style/noRestrictedImports`, 'm').test(found)

describe('the linter', () => {
  it('reads every planted file, and its own rules', () =>
    expect(found).toContain(`Checked ${refused.length + allowed.length + 1} files`))
  it.each(refused)('refuses in %s: %s', (file) => expect(isRefused(file)).toBe(true))
  it.each(allowed)('allows in %s: %s', (file) => expect(isRefused(file)).toBe(false))
})
