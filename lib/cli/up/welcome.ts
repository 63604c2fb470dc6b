import type { Command } from 'commander'
import { type ExampleAccount, ensureExampleAccounts } from '@/lib/auth/example'
import { ensureSetupToken } from '@/lib/auth/setup'
import { answer } from '@/lib/cli/answer'
import type { Store } from '@/lib/cli/store'
import { listExamplePeople } from '@/lib/data/example-people'
import { storeIsEmpty } from '@/lib/data/store'

/**
 * Makes the example accounts: in an embedded store that holds nothing yet, or where they were asked for. Returns those
 * there are, from an earlier start too.
 */
export async function exampleAccounts({ postgres }: Store, asked: boolean | undefined): Promise<ExampleAccount[]> {
  const wanted = asked ?? (postgres !== null && (await storeIsEmpty()))
  const there = (await listExamplePeople()).length > 0
  return wanted || there ? ensureExampleAccounts() : []
}

/** Says where Assay is and how to get in. */
export async function welcome(command: Command, address: string, accounts: ExampleAccount[]): Promise<void> {
  const setup = await ensureSetupToken()
  const lines = [`\nAssay runs at ${address}`]
  if (accounts.length > 0) lines.push('\nExample accounts:', ...accounts.map(describe))
  if (setup) lines.push('\nThe first administrator signs up here, once:', `  ${setup.url}`)
  answer(command, { address, started: true, accounts, setup }, `${lines.join('\n')}\n`)
}

function describe({ email, role, password }: ExampleAccount): string {
  return `  ${role.padEnd(10)}  ${email.padEnd(18)}  ${password ?? '(its password was changed)'}`
}
