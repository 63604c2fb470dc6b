import { Episode } from '../episode'
import type { Model } from '../models'
import type { Part, Played, Turn } from '../play'
import type { Random } from '../random'
import { explain } from './explain'
import { Explorer } from './explorer'
import { type Goal, reached } from './goal'
import { asides, rationales } from './phrases'
import { plans } from './planner'
import { spoil } from './spoil'
import type { World } from './world'

const turnLimit = 15

/** Plays one run in this world and returns what was said, done and seen. */
export function playHousehold(world: World, goal: Goal, part: Part, model: Model, random: Random): Played {
  const run = new Run(world, goal, part, model, random)
  return run.play()
}

/** One run under way. */
export class Run extends Episode {
  readonly mind: Explorer
  private readonly gold: string[]

  constructor(
    readonly world: World,
    readonly goal: Goal,
    part: Part,
    model: Model,
    random: Random,
  ) {
    super(part, model, random, { rationales, asides })
    this.mind = new Explorer(world, goal, random.fork('search'), 1 - model.solves.medium)
    this.gold = part.method === 'heuristic search' ? [...(plans(world, goal)[0] ?? []), 'finish'] : []
  }

  play(): Played {
    const spoiled = spoil(this)
    while (this.turns.length < (this.part.failure ? turnLimit : 2 * turnLimit)) {
      if (this.over()) return this.finished('answered')
      const early = spoiled()
      if (early === 'acted') continue
      if (early) return this.finished(early)
      this.slip()
      this.step(this.decide())
    }
    return this.finished(this.over() ? 'answered' : 'turn limit')
  }

  over(): boolean {
    return this.turns.at(-1)?.actionKind === 'terminal'
  }

  finished(stop: Played['stop']): Played {
    const reward = stop === 'crash' ? null : reached(this.world, this.goal) ? 1 : 0
    return { turns: this.turns, stop, reward, truth: this.truth, decoys: [] }
  }

  /** What the agent does next when nothing goes wrong. */
  decide(): string {
    if (reached(this.world, this.goal)) return 'finish'
    return this.gold[this.turns.length] ?? this.mind.decide()
  }

  /** Acts, with a rationale as this model is wont to give; situation overrides what the state suggests. */
  step(raw: string, situation?: string, extra: Record<string, string> = {}): Turn {
    const move = explain(this.mind, raw)
    const named = situation ?? move.situation
    const slots = { ...move.slots, ...extra }
    const rationale = this.speak(named, slots)
    const { text, errored } = this.world.act(raw)
    this.mind.look()
    if (named === 'put') this.mind.last = null
    return this.note({ ...move, situation: named, slots }, rationale, text, errored)
  }

  /** Now and then the wrong form of the right action first: the environment refuses, the agent mends it. */
  private slip(): void {
    if (!this.random.chance(this.model.slips)) return
    const meant = this.decide()
    const raw = clumsy(meant)
    if (raw === null || this.world.admissible().includes(raw)) return
    const turn = this.step(raw)
    this.blame('action-not-offered', 'action', raw, 'not among the actions offered')
    const complaint = (turn.observation ?? '').split('\n')[0] ?? ''
    this.step(meant, 'recover', { complaint, remedy: meant })
  }
}

/** The form in which a weak model writes it: without the number, without the tool. */
function clumsy(raw: string): string | null {
  const [, verb = '', thing = '', tail = ''] = /^(take|put|heat|cool|clean) (.+?) \d+( .+)$/.exec(raw) ?? []
  if (verb === 'take' || verb === 'put') return `${verb} ${thing}${tail}`
  if (verb !== '') return raw.replace(/ with .*/, '')
  return raw.startsWith('switch on ') ? 'switch on lamp' : null
}
