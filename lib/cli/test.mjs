// `npm test`: everything a change can break, from a bare clone, and `npm run check`: what is quick of it. Plain Node.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { prepare, root, say, since } from './bootstrap.mjs'

const CLOSING_LINES = 12
const SLOW = '**/*.slow.test.ts'

const tier = process.argv.includes('--tier') ? process.argv[process.argv.indexOf('--tier') + 1] : 'test'
if (tier !== 'test' && tier !== 'check') {
  say(`There is no tier ${tier}: --tier check, or nothing for all of it.`)
  process.exit(2)
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'assay-npm-test-'))
// Neither this machine's store nor its settings may take part.
const LEFT_OUT = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'SANDBOX_DATABASE_URL',
  'ASSAY_URL',
  'ASSAY_SECRET',
  'NODE_ENV',
  'PORT',
  'HOST',
]
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !LEFT_OUT.includes(name)))
environment.ASSAY_HOME = path.join(folder, 'home')
if (process.stdout.isTTY) environment.FORCE_COLOR = '1'

/** Runs one of the tools; its output passes through, and its last lines are kept. */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...environment, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let tail = ''
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', (chunk) => {
        out.write(chunk)
        tail = (tail + chunk).slice(-10_000)
      })
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({ ok: code === 0, closing: tail.trim().split('\n').slice(-CLOSING_LINES) }))
  })
}

const bin = (file) => path.join(root, 'node_modules', file)
const report = (name) => path.join(folder, `${name}.json`)

function readReport(name) {
  try {
    return JSON.parse(readFileSync(report(name), 'utf8'))
  } catch {
    return null
  }
}

/** A tool that passes or fails as a whole counts as one. */
const one = ({ ok }) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1 })

/** A runner that ended badly without a failed test (an error outside of tests, a server that did not start) failed once. */
const atLeastOne = ({ ok }, { passed, failed }) => ({ passed, failed: ok || failed > 0 ? failed : 1 })

const vitest = async (...more) => {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report('vitest')}`]
  const outcome = await run([bin('vitest/vitest.mjs'), 'run', ...reporters, ...more])
  const counts = readReport('vitest')
  return {
    ...outcome,
    ...atLeastOne(outcome, { passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 }),
  }
}

const build = async () => {
  const { buildIfStale } = await import('./build.mjs')
  try {
    const built = await buildIfStale()
    return { ok: true, closing: [built ? 'built' : 'up to date'], passed: 1, failed: 0 }
  } catch (error) {
    say(error.message)
    return { ok: false, closing: ['the build failed: see above'], passed: 0, failed: 1 }
  }
}

const playwright = async () => {
  const { ensureChromium } = await import('./chromium.mjs')
  try {
    say(`Chromium: ${await ensureChromium()}`)
  } catch (error) {
    return { ok: false, closing: [error.message], passed: 0, failed: 1 }
  }
  const env = {
    ASSAY_E2E_HOME: path.join(folder, 'e2e'),
    ASSAY_E2E_PORT: String(await freePort()),
    ASSAY_E2E_REPORT: report('playwright'),
  }
  const outcome = await run([bin('@playwright/test/cli.js'), 'test'], env)
  const stats = readReport('playwright')?.stats
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0)
  return { ...outcome, ...atLeastOne(outcome, { passed, failed: stats?.unexpected ?? 0 }) }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

const tool =
  (...args) =>
  async () => {
    const outcome = await run(args)
    return { ...outcome, ...one(outcome) }
  }

const checks = [
  ['biome', tool(bin('@biomejs/biome/bin/biome'), 'check', '.')],
  ['routes', tool(bin('next/dist/bin/next'), 'typegen')],
  ['types', tool(bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false')],
]
const steps = {
  check: [...checks, ['tests', () => vitest('--exclude', SLOW)]],
  // Some of the tests start the whole program: they find it built.
  test: [...checks, ['build', build], ['tests', () => vitest()], ['browser', playwright]],
}

const total = { passed: 0, failed: 0 }
const closing = []
const began = performance.now()
try {
  await prepare()
  for (const [name, step] of steps[tier]) {
    const start = performance.now()
    say(`\n── ${name}`)
    const outcome = await step()
    total.passed += outcome.passed
    total.failed += outcome.failed
    closing.push(`── ${name}: ${outcome.ok ? 'passed' : 'FAILED'} in ${since(start)}`, ...outcome.closing, '')
  }
} catch (error) {
  total.failed += 1
  closing.push(error.stack)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`\n${closing.join('\n')}\nin ${since(began)}\n${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
