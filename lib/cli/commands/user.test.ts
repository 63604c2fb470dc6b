import { Command } from 'commander'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPassword } from '@/lib/auth/password'
import { hashToken } from '@/lib/auth/token'
import { Failure, Misuse } from '@/lib/cli/failure'
import { prisma } from '@/lib/data/client'
import { findInvitation } from '@/lib/data/invitations'
import { useTestDatabase } from '@/lib/data/testing/database'
import { register } from './user'

useTestDatabase()

const said: string[] = []
beforeEach(() => {
  said.length = 0
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())

async function run(...words: string[]): Promise<Record<string, unknown>> {
  const program = new Command('assay').option('--json').exitOverride()
  register(program)
  await program.parseAsync(['--json', 'user', 'add', ...words], { from: 'user' })
  return JSON.parse(said.join(''))
}

describe('user add', () => {
  it('adds somebody who can sign in with the password it prints, in the operator’s name', async () => {
    const added = await run('Grace@Example.test', '--role', 'lead')
    expect(added).toMatchObject({ email: 'grace@example.test', name: 'grace', role: 'lead' })
    const account = await prisma.authAccount.findFirstOrThrow({ where: { userId: String(added.id) } })
    expect(await isPassword(String(added.password), account.password ?? '')).toBe(true)
    const entry = await prisma.entry.findFirstOrThrow({
      where: { subjectId: String(added.id) },
      include: { person: true },
    })
    expect(entry).toMatchObject({ act: 'person.add', person: { kind: 'operator' } })
  })

  it('writes a link instead, where one is asked for', async () => {
    const invited = await run('guest@example.test', '--role', 'researcher', '--invite')
    const token = new URL(String(invited.link)).searchParams.get('token') ?? ''
    expect(await findInvitation(hashToken(token))).toMatchObject({ email: 'guest@example.test', role: 'researcher' })
    expect(invited).not.toHaveProperty('password')
  })

  it.each([
    [
      'an unknown role',
      ['x@example.test', '--role', 'owner'],
      Misuse,
      '--role takes annotator, lead, researcher, admin; got owner.',
    ],
    ['no address', ['x', '--role', 'lead'], Misuse, 'x is not an e-mail address.'],
    [
      'an address that is taken',
      ['grace@example.test', '--role', 'lead'],
      Failure,
      'Somebody already has grace@example.test',
    ],
  ])('refuses %s', async (_, words, kind, sentence) => {
    const refused = run(...words)
    await expect(refused).rejects.toBeInstanceOf(kind)
    await expect(refused).rejects.toThrow(sentence)
  })
})
