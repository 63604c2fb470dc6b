import type { Random } from '../random'
import { type Goal, treated } from './goal'
import type { Receptacle, Thing } from './home'
import { appliances, thingKinds } from './vocabulary'
import type { World } from './world'

/** What someone who acts in a home has seen so far, and what they would do next. Knows nothing else of the world. */
export class Explorer {
  readonly seen = new Map<string, { kind: string; place: string }>()
  readonly checked = new Set<string>()
  readonly rooms = new Set<string>()
  last: string | null = null

  constructor(
    readonly world: World,
    readonly goal: Goal,
    private readonly random: Random,
    /** 0: searches the likeliest places first; 1: anywhere. */
    private readonly aimless: number,
  ) {
    this.rooms.add(world.room)
  }

  /** Takes in what the last observation showed. */
  look(): void {
    const { at, room } = this.world
    this.rooms.add(room)
    if (!at) this.last = null
    if (!at || (at.opens && !this.world.open.has(at.id))) return
    if (!this.checked.has(at.id)) this.last = at.id
    this.checked.add(at.id)
    for (const [id, { place }] of this.seen) if (place === at.id) this.seen.delete(id)
    for (const thing of this.world.inSight()) this.seen.set(thing.id, { kind: thing.kind, place: at.id })
  }

  private place(id: string): Receptacle | undefined {
    return this.world.home.receptacles.find((place) => place.id === id)
  }

  /** A thing of the wanted kind that was seen and is not where it should be yet. */
  known(): { id: string; place: Receptacle } | null {
    for (const [id, { kind, place }] of this.seen) {
      const at = this.place(place)
      if (kind === this.goal.object && at && at.kind !== this.goal.target) return { id, place: at }
    }
    return null
  }

  placed(): number {
    return [...this.seen.values()].filter(
      ({ kind, place }) => kind === this.goal.object && this.place(place)?.kind === this.goal.target,
    ).length
  }

  decide(): string {
    const { held } = this.world
    if (held) return this.deliver(held)
    const known = this.known()
    if (known) return this.approach(known.place) ?? `take ${known.id} from ${known.place.id}`
    return this.search()
  }

  private deliver(held: Thing): string {
    const { goal } = this
    if (goal.type === 'examine') {
      const stand = this.nearest((place) => place.lamp !== null)
      return stand ? (this.approach(stand, false) ?? `switch on ${stand.lamp}`) : this.roam()
    }
    if (!treated(goal, held)) return this.treat(held)
    const target = this.nearest(({ kind }) => kind === goal.target)
    return target ? (this.approach(target) ?? `put ${held.id} ${target.word} ${target.id}`) : this.roam()
  }

  private treat(held: Thing): string {
    const { type } = this.goal
    if (type !== 'heat' && type !== 'cool' && type !== 'clean') return 'inventory'
    const machine = this.nearest(({ kind }) => appliances[type].some((able) => able === kind))
    return machine ? (this.approach(machine, false) ?? `${type} ${held.id} with ${machine.id}`) : this.roam()
  }

  /** In this room if there is one, else in a room that was seen. */
  private nearest(fits: (place: Receptacle) => boolean): Receptacle | undefined {
    const fitting = this.world.home.receptacles.filter((place) => this.rooms.has(place.room) && fits(place))
    return (
      fitting.find(({ id }) => id === this.world.at?.id) ??
      fitting.find(({ room }) => room === this.world.room) ??
      fitting[0]
    )
  }

  /** The next move towards an open place; null when one stands there and it is open. */
  private approach(place: Receptacle, opened = true): string | null {
    if (place.room !== this.world.room) return `walk to ${place.room}`
    if (this.world.at?.id !== place.id) return `go to ${place.id}`
    return opened && place.opens && !this.world.open.has(place.id) ? `open ${place.id}` : null
  }

  private search(): string {
    const { at, home, room } = this.world
    if (at?.opens && !this.checked.has(at.id)) return `open ${at.id}`
    const usual = thingKinds.find(({ kind }) => kind === this.goal.object)?.home ?? []
    const left = home.receptacles.filter(({ id, kind }) => !this.checked.has(id) && kind !== this.goal.target)
    const here = left.filter((place) => place.room === room)
    const likely = here.filter(({ kind }) => usual.includes(kind) || this.random.chance(this.aimless))
    if (likely.length > 0) return `go to ${this.likeliest(likely, usual).id}`
    const unseen = home.rooms.filter((name) => !this.rooms.has(name))
    if (unseen.length > 0) return `walk to ${this.random.pick(unseen)}`
    const elsewhere = left.find(({ kind }) => usual.includes(kind)) ?? here[0] ?? left[0]
    return elsewhere ? (this.approach(elsewhere, false) ?? `open ${elsewhere.id}`) : this.roam()
  }

  private likeliest(places: readonly Receptacle[], usual: readonly string[]): Receptacle {
    const noisy = places.map((place) => {
      const rank = usual.indexOf(place.kind)
      return { place, rank: (rank < 0 ? 5 : rank) + this.random.next() * (0.9 + this.aimless * 6) }
    })
    return noisy.reduce((best, next) => (next.rank < best.rank ? next : best)).place
  }

  /** Somewhere, preferably where one has not been. */
  roam(): string {
    const unseen = this.world.home.rooms.filter((name) => !this.rooms.has(name))
    if (unseen.length > 0) return `walk to ${this.random.pick(unseen)}`
    return `go to ${this.random.pick(this.world.here().filter((place) => place !== this.world.at)).id}`
  }
}
