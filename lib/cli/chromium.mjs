// Finds a Chromium for the tests in a browser, or gets one. Plain Node.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const PLACES = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'],
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
}
const DOWNLOAD_LIMIT_MS = 5 * 60_000

const require = createRequire(import.meta.url)

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * The Chromium that is there: CHROMIUM_PATH, Playwright's own, or the system's.
 *
 * @returns {string | null}
 */
export function findChromium() {
  const own = require('playwright-core').chromium.executablePath()
  const named = process.env.CHROMIUM_PATH
  return [named, own, ...(PLACES[process.platform] ?? [])].find((file) => file && isProgram(file)) ?? null
}

/** Runs a program with its output on standard error, and says whether it succeeded. */
function succeeds(program, args, env = {}) {
  return new Promise((resolve) => {
    const options = { stdio: ['ignore', 2, 2], env: { ...process.env, ...env }, timeout: DOWNLOAD_LIMIT_MS }
    const child = spawn(program, args, options)
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}

/**
 * Makes sure that there is a Chromium: downloads Playwright's, or installs Debian's package where this is root.
 *
 * @returns {Promise<string>} its path
 * @throws Error with what to do
 */
export async function ensureChromium() {
  const found = findChromium()
  if (found) return found
  const playwright = path.join(path.dirname(require.resolve('@playwright/test/package.json')), 'cli.js')
  const download = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  await succeeds(process.execPath, [playwright, 'install', 'chromium'], download)
  if (!findChromium() && process.getuid?.() === 0 && process.platform === 'linux') {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' }
    await succeeds('apt-get', ['update'], quiet)
    await succeeds('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], quiet)
  }
  const got = findChromium()
  if (got) return got
  throw new Error(
    'There is no Chromium for the tests in a browser, and none could be downloaded or installed. Install one ' +
      '(`npx playwright install chromium`, or `apt-get install chromium` as root), or let CHROMIUM_PATH name one.',
  )
}
