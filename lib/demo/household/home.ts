import type { Random } from '../random'
import { lampStands, roomFurniture, type ThingKind, thingKinds } from './vocabulary'

export type Receptacle = {
  id: string
  kind: string
  room: string
  word: 'in' | 'on'
  opens: boolean
  lamp: string | null
}

/** Rooms that open into one another, and what stands in them. */
export type Home = { id: string; rooms: readonly string[]; receptacles: readonly Receptacle[] }

export type Thing = { id: string; kind: string; place: string; clean: boolean; warmth: 'hot' | 'cold' | 'plain' }

/** A home of that name: a kitchen and one or two other rooms. */
export function makeHome(random: Random, id: string): Home {
  const others = random.sample(['living room', 'bedroom', 'study', 'bathroom'], random.chance(0.45) ? 2 : 1)
  const rooms = random.shuffle(['kitchen', ...others])
  const counts = new Map<string, number>()
  const receptacles = rooms.flatMap((room) => furnish(random, room, counts))
  return { id, rooms, receptacles }
}

function furnish(random: Random, room: string, counts: Map<string, number>): Receptacle[] {
  const made: Receptacle[] = []
  for (const { kind, word, opens, count } of roomFurniture[room] ?? []) {
    const many = random.between(count[0], count[1])
    for (let i = 0; i < many; i += 1) {
      const id = numbered(kind, counts)
      const lamp = i === 0 && lampStands[room] === kind ? numbered('lamp', counts) : null
      made.push({ id, kind, room, word, opens, lamp })
    }
  }
  return made
}

function numbered(kind: string, counts: Map<string, number>): string {
  const number = (counts.get(kind) ?? 0) + 1
  counts.set(kind, number)
  return `${kind} ${number}`
}

/** Kinds of thing that have a usual place in this home. */
export function kindsFor(home: Home): ThingKind[] {
  const present = new Set(home.receptacles.map(({ kind }) => kind))
  return thingKinds.filter(({ home: usual }) => usual.some((kind) => present.has(kind)))
}

/** Lays out things in usual places: the wanted kind never where it is wanted, about two others a receptacle. */
export function arrange(random: Random, home: Home, wanted: ThingKind, copies: number, target: string | null): Thing[] {
  const counts = new Map<string, number>()
  const things: Thing[] = []
  const add = (kind: ThingKind, avoid: string | null) => {
    const places = home.receptacles.filter((place) => kind.home.includes(place.kind) && place.kind !== avoid)
    if (places.length === 0) return
    const place = random.pick(places).id
    things.push({ id: numbered(kind.kind, counts), kind: kind.kind, place, clean: false, warmth: 'plain' })
  }
  for (let i = 0; i < copies; i += 1) add(wanted, target)
  const others = kindsFor(home).filter(({ kind }) => kind !== wanted.kind)
  const many = Math.round(home.receptacles.length * 1.3)
  for (let i = 0; i < many; i += 1) add(random.pick(others), null)
  return random.shuffle(things)
}
