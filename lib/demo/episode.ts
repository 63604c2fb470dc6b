import type { Model } from './models'
import { type Said, type Slots, say } from './phrase'
import type { Move, Part, Played, Turn } from './play'
import type { Random } from './random'
import type { DefectKind, Truth, Part as Where } from './truth'

/** What agents say, by situation: a sentence before they act, and a second one for those who talk. */
export type Lines = {
  rationales: Readonly<Record<string, readonly string[]>>
  asides: Readonly<Record<string, readonly string[]>>
}

/** Called before each step: an ending when the run is over, acted when it took the step, null to let the agent go on. */
export type Spoiler = () => Played['stop'] | 'acted' | null

/** One run under way, whatever the environment: what was said, done and seen so far, and what is known to be wrong. */
export class Episode {
  readonly turns: Turn[] = []
  readonly truth: Truth[] = []
  private readonly said: Said = new Set()

  constructor(
    readonly part: Part,
    readonly model: Model,
    readonly random: Random,
    private readonly lines: Lines,
  ) {}

  note(move: Move, rationale: string | null, observation: string | null, errored: boolean | null): Turn {
    const { situation, slots, action, actionKind } = move
    const turn: Turn = { situation, slots, rationale, action, actionKind, observation, errored }
    this.turns.push(turn)
    return turn
  }

  /** Writes down a defect of the latest step. */
  blame(kind: DefectKind, part: Where, text: string, why: string): void {
    this.truth.push({ step: this.turns.length, part, kind, text, why })
  }

  /** What this model says in this situation, if anything; the first step is always explained. A person says nothing. */
  speak(situation: string, slots: Slots): string | null {
    const { random, model, lines } = this
    if (this.part.method === 'human' || (this.turns.length > 0 && !random.chance(model.thinks))) return null
    const templates = lines.rationales[situation]
    if (!templates) throw new Error(`nothing to say in the situation "${situation}"`)
    const first = say(random, templates, slots, this.said)
    const more = lines.asides[situation]
    return more && random.chance(model.talks) ? `${first} ${say(random, more, slots, this.said)}` : first
  }

  refuse(templates: readonly string[], slots: Slots): 'refusal' {
    const rationale = say(this.random, templates, slots)
    this.turns.push({
      situation: 'refusal',
      slots,
      rationale,
      action: null,
      actionKind: null,
      observation: null,
      errored: null,
    })
    this.blame('refusal', 'rationale', rationale, 'the agent declines to act')
    return 'refusal'
  }

  /** The model's output ends in the middle of the action. */
  cut(move: Move, keep: number): 'cut output' {
    const whole = move.action.raw
    const raw = whole.slice(0, Math.min(whole.length - 1, Math.max(keep, Math.floor(whole.length * 0.6)))).trimEnd()
    const rationale = this.speak(move.situation, move.slots)
    this.note(
      { ...move, action: { name: 'unparsed', arguments: {}, raw }, actionKind: 'unparsed' },
      rationale,
      null,
      null,
    )
    this.blame('ends-mid-action', 'action', raw, 'the output was cut')
    return 'cut output'
  }

  /** The latest step got no answer. */
  crash(): 'crash' {
    const turn = this.turns.at(-1)
    if (turn) turn.observation = null
    this.blame('missing-observation', 'observation', '', 'the environment went away')
    return 'crash'
  }
}
