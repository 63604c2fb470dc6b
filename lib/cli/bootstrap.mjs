// What a checkout needs before any TypeScript can run: its packages and the generated database client. Both are renewed
// when what they are made from changed. No dependencies.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const root = path.resolve(import.meta.dirname, '../..')
const inRoot = (...parts) => path.join(root, ...parts)

const INSTALLED = inRoot('node_modules/.assay-installed')
const GENERATED = inRoot('prisma/generated/.assay-generated')
const LOCK = inRoot('.assay/bootstrap.lock')
const LOCK_STALE_AFTER_MS = 15 * 60_000

/** Prints to standard error. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Seconds since `start` (of performance.now), as people read them. */
export const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`

function hash(...parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part).update('\0')
  return sum.digest('hex')
}

const lockFileHash = () => hash(readFileSync(inRoot('package-lock.json')), process.platform, process.arch)
const schemaHash = () =>
  hash(readFileSync(inRoot('prisma/schema.prisma')), readFileSync(inRoot('node_modules/@prisma/client/package.json')))

const holds = (stamp, wanted) => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
const installed = () => holds(INSTALLED, lockFileHash())
const generated = () => existsSync(inRoot('prisma/generated/client.ts')) && holds(GENERATED, schemaHash())

/** Installs the packages and generates the client, where either is missing or stale. */
export async function prepare() {
  process.chdir(root)
  if (installed() && generated()) return
  await alone(async () => {
    if (!installed()) await phase('packages', 'npm ci', install)
    if (!generated()) await phase('database client', 'prisma generate', generate)
  })
}

/**
 * Reads the settings in .env and makes ASSAY_HOME absolute: relative paths mean the folder of the call, which npm hides
 * behind the project's own.
 */
export function settle() {
  process.env.INIT_CWD ??= process.cwd()
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'))
  const home = process.env.ASSAY_HOME
  process.env.ASSAY_HOME = home ? path.resolve(process.env.INIT_CWD, home) : inRoot('.assay')
}

async function phase(name, command, work) {
  const start = performance.now()
  say(`${name}: ${command} …`)
  await work()
  say(`${name}: done in ${since(start)}`)
}

async function install() {
  if (sameAsLocked()) return writeFileSync(INSTALLED, lockFileHash())
  // NODE_ENV=production would leave out what the build needs.
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
    ? [process.execPath, process.env.npm_execpath]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm']
  const { code, output } = await quietly([...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'])
  if (code !== 0)
    throw new Error(`${output}\nThe packages could not be installed: npm ended with ${code}. Its reason is above.`)
  writeFileSync(INSTALLED, lockFileHash())
}

/** Whether somebody ran npm already: npm keeps what it installed in a lock file of its own. */
function sameAsLocked() {
  const kept = inRoot('node_modules/.package-lock.json')
  if (!existsSync(kept)) return false
  const { packages: wanted } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'))
  const { packages: present } = JSON.parse(readFileSync(kept, 'utf8'))
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  )
}

async function generate() {
  const prisma = inRoot('node_modules/prisma/build/index.js')
  // Its command line looks for an engine that `generate` does not use and that would have to be downloaded.
  const env = {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  }
  const { code, output } = await quietly([process.execPath, prisma, 'generate'], env)
  if (code !== 0) throw new Error(`${output}\nThe database client could not be generated from prisma/schema.prisma.`)
  writeFileSync(GENERATED, schemaHash())
}

/**
 * Runs a program to its end and keeps what it said.
 *
 * @param {string[]} command
 * @param {Record<string, string>} [env]  on top of this process's own
 * @param {AbortSignal} [signal]  ends it
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function quietly([program, ...args], env = {}, signal = undefined) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: program.endsWith('.cmd'),
      signal,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => reject(new Error(`${program} could not be started: ${error.message}`)))
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Two commands started at once in a bare checkout must not install over each other. */
async function alone(work) {
  try {
    mkdirSync(path.dirname(LOCK), { recursive: true, mode: 0o700 })
    while (!take()) await sleep(200)
  } catch (error) {
    throw new Error(`${root} has to be prepared and cannot be written: ${error.message}. Start once as its owner.`)
  }
  try {
    await work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

function take() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const age = Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
  if (age > LOCK_STALE_AFTER_MS || (age > 1000 && !lives(Number(readFileSync(LOCK, 'utf8')))))
    rmSync(LOCK, { force: true })
  return false
}

function lives(pid) {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Runs main.ts with these arguments and returns its exit code. When this process dies, main.ts hears of it and stops. */
export function hand(args) {
  const flags = ['--conditions=react-server', '--enable-source-maps', '--import', 'tsx', inRoot('lib/cli/main.ts')]
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(signal ? 1 : code))
  })
}
