import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach } from 'vitest'
import { stopPostgres } from '@/lib/cli/postgres'

/** Gives a test temporary homes; whatever runs in them is stopped after it. */
export function useHomes(): () => Promise<string> {
  const made: string[] = []
  afterEach(async () => {
    for (const home of made.splice(0)) {
      await stopPostgres(home).catch(() => {})
      await rm(home, { recursive: true, force: true })
    }
  })
  return async () => {
    const home = await mkdtemp(path.join(os.tmpdir(), 'assay-home-test-'))
    made.push(home)
    return home
  }
}
