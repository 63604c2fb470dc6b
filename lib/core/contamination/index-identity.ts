import { createHash } from 'node:crypto'
import type { Tokenizer } from '@/lib/core/tokens/tokenizer'
import type { ContaminationParameters } from './parameters'
import type { TestTexts } from './test-texts'

/** Grows when shards of an older version would no longer add up with new ones. */
const version = 1

/**
 * Names a test side and everything a scan depends on. Shards add up only where it is equal.
 *
 * @returns sha256, hexadecimal
 */
export function indexIdentity({ texts }: TestTexts, tokenizer: Tokenizer, parameters: ContaminationParameters): string {
  const { longerThan, skip, boundaries, field, documentsNamed } = parameters
  const hash = createHash('sha256')
  hash.update(
    JSON.stringify({ version, tokenizer: tokenizer.identity, longerThan, skip, boundaries, field, documentsNamed }),
  )
  for (const text of texts) hash.update(`\n${text.length}\n`).update(text)
  return hash.digest('hex')
}
