import { noSandboxSentences, openSandbox } from '@/lib/data/sandbox'
import { subjects } from '@/lib/demo/askdb/databases/subjects'
import { type Execute, setupStatements } from '@/lib/demo/askdb/schema'

/** The databases that simulated agents ask, on a connection that can do no harm; or why there are none. */
export type ExampleDatabases = { execute: Execute | null; missing: string | null; close: () => Promise<void> }

/** Logs in to the sandbox and makes the example databases there anew. Where there is no sandbox, nobody asks any. */
export async function openExampleDatabases(): Promise<ExampleDatabases> {
  const opened = await openSandbox()
  if (!opened.ok) return { execute: null, missing: noSandboxSentences[opened.reason], close: async () => {} }
  const sandbox = opened.value
  await sandbox.build(subjects.flatMap(({ database }) => setupStatements(database)))
  return { execute: (database, sql) => sandbox.select(database, sql), missing: null, close: () => sandbox.close() }
}
