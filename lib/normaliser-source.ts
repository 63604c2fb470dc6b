import 'server-only'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { NormaliserName } from '@/lib/core/gold/rules'

const folder = 'lib/core/gold/normalise'
const files: Readonly<Record<NormaliserName, readonly string[]>> = {
  sql: ['sql.ts', 'sql-tokens.ts', 'sql-words.ts'],
  'search-click': ['search-click.ts'],
  'tool-call': ['tool-call.ts'],
  household: ['household.ts'],
  plain: ['plain.ts'],
}

/** The program text by which calls are compared, file by file, as this installation runs it. */
export function readNormaliserSource(name: NormaliserName): Promise<{ file: string; text: string }[]> {
  return Promise.all(
    files[name].map(async (file) => ({
      file: `${folder}/${file}`,
      text: await readFile(path.join(process.cwd(), folder, file), 'utf8'),
    })),
  )
}
