import { type Goal, treated } from './goal'
import type { Receptacle, Thing } from './home'
import { appliances } from './vocabulary'
import { World } from './world'

/** Where one stands (a receptacle, or just in a room), what is done to the thing, which containers are open. */
type Spot = { room: string; place: Receptacle | null }
type Node = {
  spot: number
  thing: 'there' | 'held' | 'placed'
  ready: boolean
  open: number
  by: Node | null
  raw: string
}

/**
 * The shortest action sequences that reach the goal from this state, one for each thing (or pair of things) that could
 * serve, shortest first: breadth-first search over what bears on it (the thing, the places where it can be treated, the
 * places where it is wanted). Two things are fetched one after the other. Empty where there is no way.
 */
export function plans(world: World, goal: Goal): string[][] {
  const candidates = world.things.filter(({ kind }) => kind === goal.object)
  const ways =
    goal.type === 'pair'
      ? candidates.flatMap((first) =>
          candidates.filter((second) => second !== first).map((second) => fetchBoth(world, goal, first, second)),
        )
      : candidates.map((thing) => fetch(world, goal, thing))
  return ways.filter((way) => way !== null).sort((a, b) => a.length - b.length)
}

function fetchBoth(world: World, goal: Goal, first: Thing, second: Thing): string[] | null {
  const one = fetch(world, goal, first)
  if (!one) return null
  const after = new World(world.home, world.things, world.room)
  for (const raw of one) after.act(raw)
  const again = after.things.find(({ id }) => id === second.id)
  const two = again ? fetch(after, goal, again) : null
  return two && [...one, ...two]
}

function fetch(world: World, goal: Goal, thing: Thing): string[] | null {
  const ground = new Ground(world, goal, thing)
  const start = ground.start(world)
  const seen = new Set([ground.code(start)])
  let frontier = [start]
  while (frontier.length > 0) {
    const next: Node[] = []
    for (const node of frontier) {
      for (const step of ground.steps(node)) {
        if (step.thing === 'placed') return trace(step)
        const code = ground.code(step)
        if (seen.has(code)) continue
        seen.add(code)
        next.push(step)
      }
    }
    frontier = next
  }
  return null
}

function trace(node: Node | null): string[] {
  const plan: string[] = []
  for (let at = node; at?.by; at = at.by) plan.unshift(at.raw)
  return plan
}

/** The part of a home that bears on fetching one thing. */
class Ground {
  private readonly spots: Spot[]
  private readonly source: Receptacle | undefined

  constructor(
    world: World,
    private readonly goal: Goal,
    private readonly thing: Thing,
  ) {
    this.source = world.home.receptacles.find(({ id }) => id === thing.place)
    const bears = world.home.receptacles.filter((place) => this.bears(place))
    this.spots = [
      ...world.home.rooms.map((room) => ({ room, place: null })),
      ...bears.map((place) => ({ room: place.room, place })),
    ]
  }

  private bears(place: Receptacle): boolean {
    const { goal } = this
    if (place === this.source || place.kind === goal.target) return true
    return goal.type === 'examine' ? place.lamp !== null : this.treats(place)
  }

  private treats(place: Receptacle): boolean {
    const { type } = this.goal
    return (
      (type === 'heat' || type === 'cool' || type === 'clean') && appliances[type].some((kind) => kind === place.kind)
    )
  }

  start(world: World): Node {
    const spot = this.spots.findIndex(({ room, place }) => room === world.room && place === world.at)
    const loose = this.spots.findIndex(({ room, place }) => room === world.room && place === null)
    const open = this.spots.reduce(
      (bits, { place }, i) => (place && world.open.has(place.id) ? bits | (1 << i) : bits),
      0,
    )
    const thing = world.held?.id === this.thing.id ? 'held' : 'there'
    return { spot: spot < 0 ? loose : spot, thing, ready: treated(this.goal, this.thing), open, by: null, raw: '' }
  }

  code({ spot, thing, ready, open }: Node): number {
    return ((open * 32 + spot) * 2 + (thing === 'held' ? 1 : 0)) * 2 + (ready ? 1 : 0)
  }

  *steps(node: Node): Generator<Node> {
    const here = this.spots[node.spot]
    if (!here) return
    if (here.place) yield* this.deeds(node, here.place)
    for (const [spot, { room, place }] of this.spots.entries()) {
      if (spot === node.spot) continue
      if (place && room === here.room) yield { ...node, spot, by: node, raw: `go to ${place.id}` }
      if (!place && room !== here.room) yield { ...node, spot, by: node, raw: `walk to ${room}` }
    }
  }

  private *deeds(node: Node, place: Receptacle): Generator<Node> {
    const bit = 1 << node.spot
    const shut = place.opens && (node.open & bit) === 0
    const { id } = this.thing
    if (shut) yield { ...node, open: node.open | bit, by: node, raw: `open ${place.id}` }
    if (!shut && node.thing === 'there' && place === this.source)
      yield { ...node, thing: 'held', by: node, raw: `take ${id} from ${place.id}` }
    if (node.thing !== 'held') return
    if (!node.ready && this.treats(place))
      yield { ...node, ready: true, by: node, raw: `${this.goal.type} ${id} with ${place.id}` }
    if (this.goal.type === 'examine' && place.lamp)
      yield { ...node, thing: 'placed', by: node, raw: `switch on ${place.lamp}` }
    if (node.ready && !shut && place.kind === this.goal.target)
      yield { ...node, thing: 'placed', by: node, raw: `put ${id} ${place.word} ${place.id}` }
  }
}
