import type { Documents } from './evidence'
import type { Figures, TaskFigures } from './figures'
import type { ContaminationParameters } from './parameters'
import type { Unreadable } from './shard'
import type { Significance } from './significance'

/** A match of an example that no longer match holds. */
export type Span = {
  /** Tokens [start, end) of the example. */
  start: number
  end: number
  /** The same in Unicode code points of the text, whole characters; null where the tokenizer can't tell. */
  characters: { start: number; end: number } | null
  /** The training documents that hold all of it. */
  documents: Documents
}

/** Documents that hold a whole text: the first ones, and whether there are more. */
export type VerbatimDocuments = { first: { source: string; record: number }[]; more: boolean }

export type ExampleResult = {
  task: string
  id: string
  tokens: number
  /** Tokens that lie in a match. */
  contaminated: number
  /** contaminated / tokens. */
  rate: number
  /** Tokens of the longest single match: it often tells more than the union. */
  longest: number
  tooShort: boolean
  /** Null: the text stands in no training text. */
  verbatim: VerbatimDocuments | null
  /** Contaminated tokens for each of the minimum lengths, in their order. */
  contaminatedAt: number[]
  /** Contaminated tokens where matches of boilerplate n-grams alone don't count. */
  contaminatedWithout: number
  spans: Span[]
}

export type TotalFigures = Figures & { taskMeanRate: number }
export type Table = { tasks: TaskFigures[]; total: TotalFigures }

export type LengthTable = Table & {
  /** A match counts when it is longer than this. */
  longerThan: number
  /** For each task with scores, what they say of its subsets. */
  significance: (Significance & { task: string })[]
}

export type SourceTable = Table & {
  source: string
  component: string
  documents: number
  bytes: number
  withoutField: number
  unreadable: Unreadable[]
}

/** A report on contamination, complete: whoever shows or stores it computes nothing anew. */
export type ContaminationResult = Table & {
  parameters: ContaminationParameters & {
    definition: string
    /** Tokens of the shortest match that counts. */
    n: number
    /** Mismatches lie behind this many equal tokens. */
    exactTokens: number
    tokenizer: { name: string; identity: string; beginOfSequence: false; leadingSpace: boolean }
    /** Below this share an example is clean. */
    cleanBelow: number
    /** From this share on an example is dirty. */
    dirtyFrom: number
  }
  /** Names the test side and the rule: equal for equal ones. */
  index: string
  minimumLengths: LengthTable[]
  /** For each task with scores, the largest minimum length at which they call it affected; null: none. */
  largestEffect: { task: string; longerThan: number | null }[]
  components: (Table & { component: string; documents: number; bytes: number })[]
  sources: SourceTable[]
  boilerplate: Table & {
    /** N-grams in more documents than this are boilerplate: matches of them alone count in every table but this. */
    above: number
    phrases: { text: string | null; tokens: number; documents: number }[]
  }
  examples: ExampleResult[]
  training: {
    documents: number
    bytes: number
    /** Documents that share an n-gram with the test side. */
    contaminating: number
    withoutField: number
    unreadable: number
  }
}
