import { defineConfig } from '@playwright/test'
import base from './playwright.config'

// `npm run screenshots`: the pictures of the README, taken from the example workspace of a new store.
export default defineConfig({
  ...base,
  testDir: 'e2e/screenshots',
  testMatch: '*.shots.ts',
  workers: 1,
  use: { ...base.use, viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.5 },
})
