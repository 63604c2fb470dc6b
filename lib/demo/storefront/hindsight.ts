import { mark } from '../phrase'
import type { Played } from '../play'
import type { Random } from '../random'
import { bare } from './catalogue'
import { named } from './goal'
import type { ShopInstance } from './instance'
import { picturedClaims } from './phrases'

const kinds = { pick: 'missing-modality', choose: 'missing-modality', buy: 'admitted-confusion' } as const

/**
 * Rationales written afterwards for a person who saw the picture of a listing whose text names another thing: they say
 * what the picture showed as if the text had said it, or buy in open doubt. Written over the steps they belong to.
 */
export function rationalise(instance: ShopInstance, played: Played, random: Random): void {
  const { goal } = instance
  const colour = goal.choices.colour ?? ''
  const [label = ''] = Object.entries(goal.product.picture).find(([, seen]) => seen === colour) ?? []
  const said = goal.product.title.replace(goal.product.brand, '').split(',')[0]?.trim().toLowerCase() ?? ''
  const facts = {
    wish: goal.line.name,
    item: named(goal.line.name, [colour]),
    colour,
    said,
    id: goal.product.id,
    qualities: goal.qualities.map(bare).join(' and '),
    value: label,
  }
  const stages = [`click[${goal.product.id}]`, `click[${label}]`, 'click[buy now]']
  for (const [i, stage] of (['pick', 'choose', 'buy'] as const).entries()) {
    const at = played.turns.findLastIndex(({ action }) => action?.raw === stages[i])
    const turn = played.turns[at]
    if (!turn) continue
    const words = mark(random, picturedClaims[stage], facts)
    turn.rationale = words.text
    const why = stage === 'buy' ? 'doubt, and the order was placed in the same step' : 'only the picture shows it'
    played.truth.push({ step: at + 1, part: 'rationale', kind: kinds[stage], text: words.claim, why })
  }
}
