import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const address = new URL(url)
  address.pathname = `/${database}`
  return address.toString()
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}

/** A name that no other test uses. */
export const newDatabaseName = () => `assay_test_${randomBytes(8).toString('hex')}`

/** Makes a database, without any table unless a template is named, and returns its address. */
export async function createDatabase(adminUrl: string, name: string, template = 'template0'): Promise<string> {
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`)
  return databaseUrl(adminUrl, name)
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}
