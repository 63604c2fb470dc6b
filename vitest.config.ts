import { defineConfig } from 'vitest/config'

// The global setup runs outside the react-server condition, where `server-only` throws.
const alias = {
  '@': import.meta.dirname,
  'server-only': `${import.meta.dirname}/node_modules/server-only/empty.js`,
}

const shared = {
  resolve: { alias, conditions: ['react-server'] },
  ssr: { resolve: { conditions: ['react-server'] } },
}

// core: pure functions, no database. data: a real PostgreSQL, one database for each file.
export default defineConfig({
  ...shared,
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'core',
          include: ['lib/core/**/*.test.ts', 'lib/demo/**/*.test.ts', 'lib/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: 'data',
          include: ['lib/{data,auth,jobs,cli}/**/*.test.ts'],
          globalSetup: ['lib/data/testing/server.ts'],
          env: { LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
