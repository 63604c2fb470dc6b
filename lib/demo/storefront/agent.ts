import { Episode } from '../episode'
import type { Model } from '../models'
import type { Part, Played, Turn } from '../play'
import type { Random } from '../random'
import { parseAction } from './action'
import { rewardOf } from './goal'
import type { ShopInstance } from './instance'
import { asides, rationales } from './phrases'
import { ShopSession } from './session'
import { type Intent, Shopper } from './shopper'
import { spoil } from './spoil'

const turnLimit = 12

/** Plays one run for this wish. A person sees the pictures; what was reformatted repeats what a person did. */
export function playStorefront(
  instance: ShopInstance,
  part: Part,
  model: Model,
  random: Random,
  person: Random,
): Played {
  const run = new Run(
    instance,
    part,
    model,
    random,
    part.method === 'reformatting' || part.method === 'human' ? person : random.fork('shop'),
  )
  return run.play()
}

/** One run under way. */
export class Run extends Episode {
  readonly session: ShopSession
  readonly shopper: Shopper

  constructor(
    readonly instance: ShopInstance,
    part: Part,
    model: Model,
    random: Random,
    mind: Random,
  ) {
    super(part, model, random, { rationales, asides })
    this.session = new ShopSession(instance.shop.index)
    const byEye = part.method === 'human' || part.method === 'reformatting'
    const sloppy = part.failure === 'wrong'
    const manner = {
      byEye,
      careful: !byEye && !sloppy,
      skipsChoice: sloppy && mind.chance(0.5),
      patience: sloppy ? 1 : 5,
    }
    this.shopper = new Shopper(this.session, instance, manner, mind)
  }

  play(): Played {
    const spoiled = spoil(this)
    while (this.turns.length < (this.part.failure ? turnLimit : 2 * turnLimit)) {
      if (this.session.order) return this.finished('answered')
      const early = spoiled()
      if (early === 'acted') continue
      if (early) return this.finished(early)
      this.slip()
      this.step(this.shopper.next())
    }
    return this.finished(this.session.order ? 'answered' : 'turn limit')
  }

  finished(stop: Played['stop']): Played {
    const { order } = this.session
    const reward = stop === 'crash' ? null : order ? rewardOf(this.instance.goal, order) : 0
    return { turns: this.turns, stop, reward, truth: this.truth, decoys: [] }
  }

  /** Acts, with a rationale as this model is wont to give. */
  step({ raw, situation, slots }: Intent): Turn {
    const rationale = this.speak(situation, slots)
    const { text, errored, done } = this.session.act(raw)
    return this.note(
      { situation, slots, action: parseAction(raw), actionKind: done ? 'terminal' : 'act' },
      rationale,
      text,
      errored,
    )
  }

  /** Now and then something that this page does not have; the shop refuses, the agent mends it. */
  private slip(): void {
    if (this.part.method === 'human' || this.part.method === 'reformatting') return
    if (this.turns.length === 0 || this.truth.length > 0 || !this.random.chance(this.model.slips)) return
    const { goal } = this.instance
    const raw = this.session.page.on === 'search' ? 'click[buy now]' : `search[${goal.line.name}]`
    this.step({ raw, situation: 'wander', slots: {} })
    this.blame('action-not-offered', 'action', raw, 'not among the actions offered')
    const meant = this.shopper.next()
    this.step({ ...meant, situation: 'recover', slots: { ...meant.slots, remedy: meant.raw } })
  }
}
