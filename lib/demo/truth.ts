/** What a rationale, an action or an observation can get wrong, as the workbench names it. */
export const defectKinds = [
  'unseen-reference',
  'hindsight',
  'admitted-confusion',
  'missing-modality',
  'action-not-offered',
  'rationale-action-mismatch',
  'contradicts-observation',
  'claimed-effect',
  'foreign-rationale',
  'self-written-observation',
  'repetition',
  'invalid-action',
  'refusal',
  'missing-observation',
  'ends-mid-action',
  'ghost-state',
] as const
export type DefectKind = (typeof defectKinds)[number]

/** What looks like a defect to a careless rule and is none. */
export const decoyKinds = [
  'derived-value',
  'arithmetic',
  'paraphrase',
  'plan',
  'doubt-then-check',
  'colour-as-option',
  'correct-recall',
] as const
export type DecoyKind = (typeof decoyKinds)[number]

export type Part = 'rationale' | 'action' | 'observation' | 'answer'

/** A place known to be wrong: text stands word for word in that part of that step. step is 1-based, as shown. */
export type Truth = { step: number; part: Part; kind: DefectKind; text: string; why: string }

/** A place known to be right although it looks wrong. */
export type Decoy = { step: number; part: Part; kind: DecoyKind; text: string; why: string }
