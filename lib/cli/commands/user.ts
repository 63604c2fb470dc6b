import type { Command } from 'commander'
import { emailInput, nameInput, passwordInput, roleInput } from '@/lib/auth/inputs'
import { operatorViewer } from '@/lib/auth/operator'
import { hashPassword } from '@/lib/auth/password'
import { invitationLink, newPassword, newToken } from '@/lib/auth/token'
import { roles } from '@/lib/auth/viewer'
import { answer } from '@/lib/cli/answer'
import { Failure, Misuse } from '@/lib/cli/failure'
import { inStore } from '@/lib/cli/store'
import { inviteSomebody } from '@/lib/data/invitations'
import { addPerson } from '@/lib/data/people'

type Options = { role: string; name?: string; passwordStdin?: boolean; invite?: boolean }

/** `user`: people, from the terminal. */
export function register(program: Command): void {
  const user = program.command('user').description('people: add one')
  user
    .command('add <email>')
    .description('add somebody who can sign in at once, with a password that is printed here and nowhere else')
    .requiredOption('--role <role>', roles.join(', '))
    .option('--name <name>', 'as others see it (else what stands before the @)')
    .option('--password-stdin', 'read the password from standard input instead of making one up')
    .option('--invite', 'print a link with which they choose a password themselves')
    .action(add)
}

async function add(address: string, options: Options, command: Command): Promise<void> {
  const role = roleInput.safeParse(options.role).data
  if (!role) throw new Misuse(`--role takes ${roles.join(', ')}; got ${options.role}.`)
  const email = emailInput.safeParse(address).data
  if (!email) throw new Misuse(`${address} is not an e-mail address.`)
  const name = nameInput.safeParse(options.name ?? email.split('@')[0]).data
  if (!name) throw new Misuse('--name takes 1 to 100 characters.')
  if (options.invite && options.passwordStdin) throw new Misuse('Give --invite or --password-stdin, not both.')

  const person = { email, name, role }
  if (options.invite) return inStore(() => invite(person, command))
  const given = options.passwordStdin ? await readPassword() : null
  await inStore(() => addWithPassword(person, given, command))
}

type Person = { email: string; name: string; role: (typeof roles)[number] }

async function addWithPassword(person: Person, given: string | null, command: Command): Promise<void> {
  const password = given ?? newPassword()
  const added = await addPerson(operatorViewer(), { ...person, passwordHash: await hashPassword(password) })
  if (!added.ok) throw taken(person.email)
  const shown = given === null ? { password } : {}
  const says = given === null ? `Password: ${password}` : 'The password is the one given.'
  answer(command, { ...added.value, ...person, ...shown }, `Added ${person.email} as ${person.role}. ${says}`)
}

async function invite(person: Person, command: Command): Promise<void> {
  const { token, hash } = newToken()
  const invited = await inviteSomebody(operatorViewer(), { ...person, tokenHash: hash })
  if (!invited.ok) throw taken(person.email)
  const link = invitationLink(token)
  answer(command, { invitation: invited.value.id, ...person, link }, `Send ${person.email} this link: ${link}`)
}

const taken = (email: string) =>
  new Failure(`Somebody already has ${email}: change their role or password on the People page.`)

async function readPassword(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  const password = passwordInput.safeParse(
    Buffer.concat(chunks)
      .toString('utf8')
      .replace(/\r?\n$/, ''),
  ).data
  if (password === undefined) throw new Misuse('A password has 10 to 128 characters.')
  return password
}
