import { createHash } from 'node:crypto'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import { cl100k, o200k } from './gpt'
import { LlamaTokenizer } from './llama'
import type { Tokenizer } from './tokenizer'
import { fileTokenizer } from './tokenizer-file'
import { WordTokenizer } from './words'

/**
 * What opens a tokenizer in any process: a name of our own, or the text of a tokenizer.json. For words, `words` are those
 * already met, in the order of their ids.
 */
export const tokenizerSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('llama-2') }),
  z.object({ kind: z.literal('cl100k') }),
  z.object({ kind: z.literal('o200k') }),
  z.object({ kind: z.literal('words'), words: z.array(z.string()).default([]) }),
  z.object({ kind: z.literal('file'), name: z.string(), text: z.string() }),
])

export type TokenizerSource = z.infer<typeof tokenizerSource>

/** The names that need no file. */
export const tokenizerNames = ['llama-2', 'cl100k', 'o200k', 'words'] as const

/** Opens a tokenizer. A file that is no tokenizer.json is the one expected failure. */
export async function openTokenizer(source: TokenizerSource): Promise<Result<Tokenizer, 'not a tokenizer.json'>> {
  switch (source.kind) {
    case 'llama-2':
      return ok(new LlamaTokenizer())
    case 'cl100k':
      return ok(await cl100k())
    case 'o200k':
      return ok(await o200k())
    case 'words':
      return ok(new WordTokenizer(source.words))
    case 'file':
      return openFile(source.name, source.text)
  }
}

function openFile(name: string, text: string): Result<Tokenizer, 'not a tokenizer.json'> {
  try {
    const json: unknown = JSON.parse(text)
    return fileTokenizer(name, createHash('sha256').update(text).digest('hex'), json)
  } catch {
    return fail('not a tokenizer.json')
  }
}
