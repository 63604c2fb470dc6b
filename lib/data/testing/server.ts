import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { isAlive } from '@/lib/cli/lock'
import { startPostgres, stopPostgres } from '@/lib/cli/postgres'
import { grantApplication } from '@/lib/data/grants'
import { migrate } from '@/lib/data/migrate'
import { databaseUrl, dropDatabase } from './address'

declare module 'vitest' {
  interface ProvidedContext {
    /** Makes and drops databases. */
    adminUrl: string
    /** A migrated database that each test file copies. */
    template: string
  }
}

const PREFIX = 'assay-test-'
/** The lesser role that the application has in production; tests log in as it too. */
export const TEST_ROLE = 'assay_test'

/**
 * Starts one PostgreSQL for the whole run, or takes TEST_DATABASE_URL, whose role must be able to create databases and
 * roles; migrates a template there.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const { adminUrl, stop } = given ? { adminUrl: given, stop: async () => {} } : await startServer()
  const template = `assay_template_${process.pid}`
  await prepareTemplate(adminUrl, template)
  project.provide('adminUrl', adminUrl)
  project.provide('template', template)
  return async () => {
    if (given) await dropDatabase(adminUrl, template)
    await stop()
  }
}

async function startServer() {
  await sweep()
  const home = await mkdtemp(path.join(os.tmpdir(), PREFIX))
  await writeFile(path.join(home, 'pid'), String(process.pid))
  const postgres = await startPostgres(home, { durable: false })
  const stop = async () => {
    await postgres.leave()
    await stopPostgres(home)
    await rm(home, { recursive: true, force: true })
  }
  return { adminUrl: postgres.urls.superuser, stop }
}

/** Stops the servers of runs that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of await readdir(os.tmpdir())) {
    if (!name.startsWith(PREFIX)) continue
    const home = path.join(os.tmpdir(), name)
    const pid = Number(await readFile(path.join(home, 'pid'), 'utf8').catch(() => ''))
    if (!(pid > 0) || isAlive(pid)) continue
    await stopPostgres(home).catch(() => {})
    await rm(home, { recursive: true, force: true }).catch(() => {})
  }
}

async function prepareTemplate(adminUrl: string, template: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(`DROP DATABASE IF EXISTS ${template}`)
  await admin.query(`CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8'`)
  // Two runs against one server may make the role at the same moment.
  await admin.query(`DO $$ BEGIN CREATE ROLE ${TEST_ROLE} LOGIN PASSWORD '${TEST_ROLE}';
                     EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`)
  await admin.end()
  await migrate(databaseUrl(adminUrl, template))
  await grantApplication(databaseUrl(adminUrl, template), TEST_ROLE)
}
