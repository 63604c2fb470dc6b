import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { baseUrl } from '@/lib/auth/base-url'
import { assayHome, readEnv } from '@/lib/env'

const running = z.object({ address: z.string() })
const cluster = z.object({ port: z.number(), passwords: z.object({ application: z.string() }) })

const kept = (name: string): unknown => JSON.parse(readFileSync(path.join(assayHome(), name), 'utf8'))

/** Where the Assay under test answers. */
export function runningAddress(): string {
  return readEnv().DATABASE_URL ? baseUrl() : running.parse(kept('running.json')).address
}

/** Its database, as the application logs in. */
export function runningDatabase(): string {
  const { DATABASE_URL } = readEnv()
  if (DATABASE_URL) return DATABASE_URL
  const { port, passwords } = cluster.parse(kept('postgres.json'))
  return `postgresql://assay:${passwords.application}@127.0.0.1:${port}/assay`
}
