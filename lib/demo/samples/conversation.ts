import type { SampleKind } from '@/lib/core/trajectory/types'
import type { Random } from '../random'
import type { ExampleRecord } from '../record'

/** What a person wrote and what was answered, in turn. */
export type Exchange = { user: string; reply: string }

/** Makes one conversation; the same stream gives the same one. */
export type Topic = (random: Random) => Exchange[]

/** A conversation as a record to mix in beside trajectories: every reply is a step that talks. */
export function toSample(
  kind: SampleKind,
  number: number,
  model: string,
  exchanges: readonly Exchange[],
): ExampleRecord {
  const key = `${kind}/${number + 1}`
  return {
    format: 'assay/1',
    externalId: key,
    task: kind,
    kind,
    model,
    method: 'unknown',
    attempt: null,
    rewardFinal: null,
    rewardMax: null,
    rewardOrigin: null,
    stopReason: 'answered',
    preamble: [{ role: 'system', content: 'You are a helpful assistant.' }],
    instance: {
      key,
      groupKey: null,
      clusterKey: null,
      instruction: exchanges[0]?.user ?? '',
      difficulty: null,
      split: 'train',
      gold: [],
    },
    steps: exchanges.map(({ reply }, i) => {
      const next = exchanges[i + 1]?.user ?? null
      return {
        turn: i + 1,
        rationale: null,
        action: { name: 'respond', arguments: { text: reply }, raw: reply },
        actionKind: 'talk' as const,
        observation: next,
        observationKind: next === null ? null : ('user' as const),
        errored: null,
        reward: null,
        loss: true,
      }
    }),
    truth: [],
    decoys: [],
  }
}
