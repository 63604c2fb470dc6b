import { z } from 'zod'

/** Mismatches lie behind this many equal tokens (Llama 2, appendix A.6). */
export const exactTokens = 10

/** The minimum lengths that Llama 2 tries: a match counts when it is longer than this many tokens. */
export const minimumLengths = [10, 20, 30, 40, 50] as const

/** What decides which tokens count as contaminated. Printed with every result. */
export const contaminationParameters = z.object({
  /** A match counts when it is longer than this many tokens: 10 means n-grams of 11. */
  longerThan: z.number().int().min(0).max(1000).default(10),
  /** Positions at which a match may differ, never within its first ten tokens nor at its end. */
  skip: z.number().int().min(0).max(4).default(0),
  /** What a match may not cross: the single text (a message, a field), or the document, its texts joined by line breaks. */
  boundaries: z.enum(['text', 'document']).default('text'),
  /** The key whose text counts, on both sides alike; null: the test set's own text, and every text of a document. */
  field: z.string().min(1).nullable().default(null),
  /** An n-gram in more documents than this is boilerplate. It counts; the figures without it stand beside. */
  boilerplateAbove: z.number().int().min(1).default(100),
  /** How many of a finding's documents are named; all are counted. */
  documentsNamed: z.number().int().min(1).max(1000).default(5),
})

export type ContaminationParameters = z.infer<typeof contaminationParameters>

/** What the scan needs of the parameters. */
export type MatchRule = {
  /** Tokens of the shortest match that counts. */
  shortest: number
  /** Tokens of the n-grams that are looked up: a match begins with one. */
  anchor: number
  skip: number
}

/** The rule of a match, in tokens. */
export function matchRule({ longerThan, skip }: Pick<ContaminationParameters, 'longerThan' | 'skip'>): MatchRule {
  const shortest = longerThan + 1
  return { shortest, skip, anchor: skip === 0 ? shortest : Math.min(shortest, exactTokens) }
}
