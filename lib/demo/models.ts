import type { Failure } from './play'

export const difficulties = ['easy', 'medium', 'hard', 'extra'] as const
export type Difficulty = (typeof difficulties)[number]

/** A simulated agent: how often it solves what, how it talks, how it fails. Shares are 0 to 1. */
export type Model = {
  name: string
  solves: Readonly<Record<Difficulty, number>>
  /** Share of steps with a rationale. */
  thinks: number
  /** Share of rationales that go on to a second sentence. */
  talks: number
  /** Share of steps on which it first tries something the environment refuses. */
  slips: number
  failures: readonly (readonly [Failure, number])[]
  sqlCase: 'upper' | 'lower'
}

const models = {
  'heron-pro': {
    name: 'heron-pro',
    solves: { easy: 0.98, medium: 0.92, hard: 0.81, extra: 0.66 },
    thinks: 0.95,
    talks: 0.6,
    slips: 0.02,
    failures: [
      ['wrong', 6],
      ['turn limit', 2],
      ['premature', 1],
      ['refusal', 1],
    ],
    sqlCase: 'upper',
  },
  'kestrel-70b': {
    name: 'kestrel-70b',
    solves: { easy: 0.93, medium: 0.78, hard: 0.55, extra: 0.33 },
    thinks: 0.85,
    talks: 0.35,
    slips: 0.05,
    failures: [
      ['wrong', 5],
      ['turn limit', 2],
      ['premature', 2],
      ['cut output', 1],
      ['loop', 1],
      ['crash', 0.4],
    ],
    sqlCase: 'upper',
  },
  'plover-13b': {
    name: 'plover-13b',
    solves: { easy: 0.8, medium: 0.52, hard: 0.25, extra: 0.1 },
    thinks: 0.75,
    talks: 0.2,
    slips: 0.1,
    failures: [
      ['wrong', 4],
      ['turn limit', 3],
      ['premature', 2],
      ['cut output', 2],
      ['loop', 1.5],
      ['refusal', 0.5],
    ],
    sqlCase: 'lower',
  },
  'wren-7b': {
    name: 'wren-7b',
    solves: { easy: 0.64, medium: 0.31, hard: 0.1, extra: 0.03 },
    thinks: 0.6,
    talks: 0.08,
    slips: 0.16,
    failures: [
      ['wrong', 4],
      ['turn limit', 3],
      ['premature', 3],
      ['cut output', 3],
      ['loop', 2],
      ['refusal', 1],
      ['crash', 0.5],
    ],
    sqlCase: 'lower',
  },
  human: {
    name: 'human',
    solves: { easy: 0.99, medium: 0.96, hard: 0.93, extra: 0.9 },
    thinks: 0,
    talks: 0,
    slips: 0.01,
    failures: [
      ['wrong', 4],
      ['turn limit', 1],
    ],
    sqlCase: 'upper',
  },
} as const satisfies Record<string, Model>

export type ModelName = keyof typeof models

export function modelNamed(name: ModelName): Model {
  return models[name]
}
