import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { defineConfig, devices } from '@playwright/test'
import { findChromium } from './lib/cli/chromium.mjs'

// The server under test has a home of its own, or the one that ASSAY_E2E_HOME names, where one may run already. This
// file is read again by every worker: the environment carries what the first reading chose.
const given = process.env.ASSAY_E2E_HOME !== undefined
process.env.ASSAY_E2E_HOME ??= mkdtempSync(path.join(os.tmpdir(), 'assay-e2e-'))
process.env.ASSAY_E2E_PORT ??= '4390'
const home = process.env.ASSAY_E2E_HOME
// Fixtures find the store as every command does.
process.env.ASSAY_HOME = home
for (const name of ['DATABASE_URL', 'ASSAY_URL']) delete process.env[name]
const address = `http://127.0.0.1:${process.env.ASSAY_E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  // `server-only` is an empty file for whoever does not ask under the condition react-server.
  tsconfig: 'e2e/tsconfig.json',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ...(process.env.ASSAY_E2E_REPORT ? [['json', { outputFile: process.env.ASSAY_E2E_REPORT }] as const] : []),
  ],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: address,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: { executablePath: findChromium() ?? undefined },
  },
  // The same way up as the README's, with a home of its own.
  webServer: {
    command: `node lib/cli/assay.mjs up --port ${process.env.ASSAY_E2E_PORT}`,
    url: `${address}/api/health`,
    reuseExistingServer: given,
    env: { ASSAY_HOME: home, HOST: '127.0.0.1', DATABASE_URL: '', ASSAY_URL: '' },
    timeout: 300_000,
    stdout: 'pipe',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
})
