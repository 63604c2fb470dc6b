// The browser's half of the program: `next build`, when what it is made from changed. Plain Node, shared by `up` and
// the tests.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { quietly, root } from './bootstrap.mjs'

const STAMP = path.join(root, '.next/assay-build')
const FOLDERS = ['app', 'components', 'lib', 'public', 'prisma']
const FILES = ['instrumentation.ts', 'next.config.js', 'package-lock.json', 'postcss.config.mjs', 'tsconfig.json']
const LEFT_OUT = /(\.test\.tsx?$)|(^lib\/(cli|demo)\/)|(^prisma\/(generated|migrations)\/)|(\/testing\/)/

async function inputs() {
  const found = FILES.filter((file) => existsSync(path.join(root, file)))
  for (const folder of FOLDERS.filter((name) => existsSync(path.join(root, name)))) {
    const entries = await readdir(path.join(root, folder), { withFileTypes: true, recursive: true })
    for (const entry of entries.filter((each) => each.isFile())) {
      const file = path
        .relative(root, path.join(entry.parentPath ?? entry.path, entry.name))
        .split(path.sep)
        .join('/')
      if (!LEFT_OUT.test(file)) found.push(file)
    }
  }
  return found.sort()
}

async function inputHash() {
  const sum = createHash('sha256').update(process.versions.node)
  for (const file of await inputs()) sum.update(`\0${file}\0`).update(await readFile(path.join(root, file)))
  return sum.digest('hex')
}

/**
 * Builds where the build is missing or older than its inputs. Says whether it did.
 *
 * @param {AbortSignal} [signal]  gives up
 * @returns {Promise<boolean>}
 */
export async function buildIfStale(signal = undefined) {
  const wanted = await inputHash()
  const complete = existsSync(path.join(root, '.next/BUILD_ID')) && existsSync(STAMP)
  if (complete && readFileSync(STAMP, 'utf8') === wanted) return false
  rmSync(STAMP, { force: true })
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  // No address, password or secret of this machine may end up in what is built.
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: '', DATABASE_OWNER_URL: '' }
  const { code, output } = await quietly([process.execPath, next, 'build'], env, signal)
  if (code !== 0) throw new Error(`${output}\nThe application could not be built: \`next build\` ended with ${code}.`)
  writeFileSync(STAMP, wanted)
  return true
}
