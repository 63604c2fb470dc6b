import { Tokenizer as HubTokenizer } from '@huggingface/tokenizers'
import { z } from 'zod'
import { fail, ok, type Result } from '@/lib/result'
import type { TextBuffer } from './text-buffer'
import type { TokenBuffer } from './token-buffer'
import type { Tokenizer } from './tokenizer'

const part = z.looseObject({ type: z.string() })
const addedToken = z.looseObject({ lstrip: z.boolean().default(false), rstrip: z.boolean().default(false) })
const parts = (name: string) =>
  z.union([
    part.extend({ [name]: z.array(part) }).transform((sequence) => z.array(part).parse(sequence[name])),
    part.transform((one) => [one]),
  ])

const tokenizerFile = z.looseObject({
  added_tokens: z.array(addedToken).default([]),
  normalizer: parts('normalizers').nullish(),
  pre_tokenizer: parts('pretokenizers').nullish(),
  model: z.looseObject({ type: z.string().nullish(), byte_fallback: z.boolean().nullish() }),
})

/** How token strings spell the bytes of the text; null where some text may be lost on the way. */
type Spelling = 'byte-level' | 'sentencepiece' | null

const encoder = new TextEncoder()
const withoutSpecial = { add_special_tokens: false }
const byteName = /^<0x[0-9A-F]{2}>$/

/** Any vocabulary in Hugging Face's tokenizer.json, through their own library. */
export class FileTokenizer implements Tokenizer {
  readonly identity: string
  readonly leadingSpace: boolean
  readonly lossless: boolean
  readonly conflates: string | null

  constructor(
    readonly name: string,
    sha256: string,
    private readonly tokenizer: HubTokenizer,
    private readonly spelling: Spelling,
  ) {
    this.identity = `tokenizer.json ${sha256}, no special tokens added`
    this.lossless = spelling !== null
    this.leadingSpace = spelling === 'sentencepiece'
    this.conflates = spelling === 'sentencepiece' ? '▁' : null
  }

  encode({ text }: TextBuffer, into: TokenBuffer): void {
    const { ids } = this.tokenizer.encode(text, withoutSpecial)
    into.reserve(ids.length)
    into.ids.set(ids)
    into.length = ids.length
  }

  ends(text: string): Int32Array | null {
    if (this.spelling === null) return null
    const { tokens } = this.tokenizer.encode(text, withoutSpecial)
    let at = this.leadingSpace ? -1 : 0
    const ends = Int32Array.from(tokens, (token) => {
      at += this.width(token)
      return at
    })
    // Token strings that don't add up to the text spell it in a way we don't know.
    return at === encoder.encode(text.replaceAll(this.conflates ?? ' ', ' ')).length ? ends : null
  }

  private width(token: string): number {
    if (this.spelling === 'byte-level') return token.length
    return byteName.test(token) ? 1 : encoder.encode(token.replaceAll('▁', ' ')).length
  }
}

/**
 * Reads a tokenizer.json. The file is the caller's to open.
 *
 * @param name  how results call it, the file's name
 * @param sha256  of the file's bytes, part of the identity
 */
export function fileTokenizer(name: string, sha256: string, json: unknown): Result<Tokenizer, 'not a tokenizer.json'> {
  const parsed = tokenizerFile.safeParse(json)
  if (!parsed.success || typeof json !== 'object' || json === null) return fail('not a tokenizer.json')
  try {
    return ok(new FileTokenizer(name, sha256, new HubTokenizer(json, {}), spellingOf(parsed.data)))
  } catch {
    return fail('not a tokenizer.json') // the library throws whatever it trips over in a shape it doesn't know
  }
}

function spellingOf({ added_tokens, normalizer, pre_tokenizer, model }: z.infer<typeof tokenizerFile>): Spelling {
  if (added_tokens.some(({ lstrip, rstrip }) => lstrip || rstrip)) return null
  const normalizers = normalizer?.map(({ type }) => type) ?? []
  const splitters = pre_tokenizer?.map(({ type }) => type) ?? []
  const prefixed = pre_tokenizer?.some((splitter) => splitter.add_prefix_space === true) ?? false
  if (normalizers.length === 0 && splitters.at(-1) === 'ByteLevel' && !prefixed) return 'byte-level'
  const spaced = normalizers.join() === 'Prepend,Replace' && splitters.length === 0
  return spaced && model.byte_fallback === true ? 'sentencepiece' : null
}
