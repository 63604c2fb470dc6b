import { Client } from 'pg'
import { describe, expect, inject, it } from 'vitest'
import { checkServer } from '@/lib/cli/external'
import { Failure } from '@/lib/cli/failure'
import { freePort } from '@/lib/cli/postgres/record'
import { databaseUrl, dropDatabase, newDatabaseName } from '@/lib/data/testing/address'

const server = new URL(inject('adminUrl'))
const at = (change: (address: URL) => void) => {
  const address = new URL(server)
  change(address)
  return address.toString()
}

async function said(url: string): Promise<string> {
  const failure = await checkServer('DATABASE_URL', url).then(
    () => null,
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(Failure)
  return String(failure)
}

describe('a database that is not ours', () => {
  it('passes where it can be used', async () => {
    await checkServer('DATABASE_URL', server.toString())
  })

  it('is named with host, port and reason where nothing listens, without its password', async () => {
    const port = await freePort()
    const sentence = await said(`postgresql://me:hush-hush@127.0.0.1:${port}/store`)
    expect(sentence).toContain(
      `DATABASE_URL cannot be used (127.0.0.1:${port}, database store, user me): nothing listens there`,
    )
    expect(sentence).not.toContain('hush')
  })

  it.each([
    [
      'a host nobody knows',
      'postgresql://me:hush@no-such-host.invalid/store',
      /no-such-host\.invalid:5432.*(no host of that name|cannot be looked up)/,
    ],
    [
      'a database that is not there',
      databaseUrl(server.toString(), 'no_such_database'),
      /it has no database of that name/,
    ],
    ['something that is no address', 'localhost:5432', /DATABASE_URL (is not an address like|cannot be used)/],
    ['an address with a broken port', 'postgresql://me:hush@127.0.0.1:notaport/store', /is not an address like/],
  ])('is refused for %s', async (_, url, message) => {
    const sentence = await said(url)
    expect(sentence).toMatch(message)
    expect(sentence).not.toContain('hush')
  })

  it.skipIf(server.password === '')('is refused for a wrong password, which is not repeated', async () => {
    const sentence = await said(at((address) => (address.password = 'hush-hush')))
    expect(sentence).toContain('it refused the password')
    expect(sentence).not.toContain('hush')
  })

  it('is refused where it cannot hold every character', async () => {
    const name = newDatabaseName()
    await dropDatabase(server.toString(), name)
    const admin = new Client({ connectionString: server.toString() })
    await admin.connect()
    await admin.query(
      `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER 'libc'`,
    )
    await admin.end()
    expect(await said(databaseUrl(server.toString(), name))).toMatch(/encoded in SQL_ASCII.*ENCODING 'UTF8'/)
    await dropDatabase(server.toString(), name)
  })
})
