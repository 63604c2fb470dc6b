import { Client } from 'pg'
import { v7 } from 'uuid'
import { afterAll, beforeAll, inject } from 'vitest'
import type { Role, Viewer } from '@/lib/auth/viewer'
import { disconnect, prisma } from '@/lib/data/client'
import { createDatabase, databaseUrl, dropDatabase, newDatabaseName } from './address'

/** Where a test file's database is. */
export type TestDatabase = {
  /** As the application logs in. */
  readonly url: string
  /** As the owner of the tables. */
  readonly ownerUrl: string
}

/**
 * Gives the test file a migrated database of its own, and drops it afterwards. Call it once, at the top of the file;
 * DATABASE_URL names it from the first test on, in the application's own lesser role.
 *
 * @param from  'empty' for a database without tables
 */
export function useTestDatabase(from: 'migrated' | 'empty' = 'migrated'): TestDatabase {
  const name = newDatabaseName()
  const adminUrl = inject('adminUrl')
  const ownerUrl = databaseUrl(adminUrl, name)
  const url = applicationUrl(ownerUrl)

  beforeAll(async () => {
    await createDatabase(adminUrl, name, from === 'migrated' ? inject('template') : 'template0')
    const owner = new Client({ connectionString: ownerUrl })
    await owner.connect()
    // The job engine makes its own schema.
    await owner.query(`GRANT CREATE ON DATABASE ${name} TO assay_test`)
    await owner.end()
    process.env.DATABASE_URL = url
    process.env.DATABASE_OWNER_URL = ownerUrl
  })
  afterAll(async () => {
    await disconnect()
    await dropDatabase(adminUrl, name)
  })
  return { url, ownerUrl }
}

function applicationUrl(ownerUrl: string): string {
  const address = new URL(ownerUrl)
  address.username = 'assay_test'
  address.password = 'assay_test'
  return address.toString()
}

/** Somebody of that role, in the store, as signed in. */
export async function testViewer(role: Role): Promise<Viewer> {
  const id = v7()
  const person = { id, name: `${role} ${id.slice(-6)}`, email: `${id}@example.test`, role }
  await prisma.person.create({ data: person })
  return person as Viewer
}
