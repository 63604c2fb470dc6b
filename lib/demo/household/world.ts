import { listed } from '../phrase'
import type { Home, Receptacle, Thing } from './home'
import { appliances } from './vocabulary'

export type Outcome = { text: string; errored: boolean; done: boolean }

const refuse = (text: string): Outcome => ({ text, errored: true, done: false })
const happen = (text: string): Outcome => ({ text, errored: false, done: false })

/** A home with someone in it. Every observation is computed from this state and the action. */
export class World {
  room: string
  at: Receptacle | null = null
  held: Thing | null = null
  lampLit: string | null = null
  readonly things: Thing[]
  readonly open = new Set<string>()

  constructor(
    readonly home: Home,
    things: readonly Thing[],
    start: string,
  ) {
    this.room = start
    this.things = things.map((thing) => ({ ...thing }))
  }

  /** What is in sight where one stands; nothing inside a closed container. */
  inSight(): Thing[] {
    const { at } = this
    if (!at || (at.opens && !this.open.has(at.id))) return []
    return this.things.filter((thing) => thing !== this.held && thing.place === at.id)
  }

  here(): Receptacle[] {
    return this.home.receptacles.filter(({ room }) => room === this.room)
  }

  opening(): string {
    return `${this.describeRoom()}${this.menu()}`
  }

  describeRoom(): string {
    const doors = this.home.rooms.filter((room) => room !== this.room).map((room) => `the ${room}`)
    const furniture = this.here().map(({ id, lamp }) => (lamp ? `${id} (with ${lamp})` : id))
    return `You are in the ${this.room}. You see ${listed(furniture)}. A door leads to ${listed(doors)}.`
  }

  menu(): string {
    return `\nYou can: ${this.admissible().join(' | ')}`
  }

  admissible(): string[] {
    const { at, held } = this
    const moves = this.here().filter((place) => place !== at)
    return [
      ...(at ? this.deeds(at, held) : []),
      ...moves.map(({ id }) => `go to ${id}`),
      ...this.home.rooms.filter((room) => room !== this.room).map((room) => `walk to ${room}`),
      'inventory',
      'finish',
    ]
  }

  private deeds(at: Receptacle, held: Thing | null): string[] {
    const closed = at.opens && !this.open.has(at.id)
    const deeds: string[] = []
    if (at.opens) deeds.push(`${closed ? 'open' : 'close'} ${at.id}`)
    if (!held) deeds.push(...this.inSight().map(({ id }) => `take ${id} from ${at.id}`))
    if (held && !closed) deeds.push(`put ${held.id} ${at.word} ${at.id}`)
    if (held) {
      for (const [verb, kinds] of Object.entries(appliances))
        if (kinds.some((kind) => kind === at.kind)) deeds.push(`${verb} ${held.id} with ${at.id}`)
    }
    if (at.lamp && this.lampLit !== at.lamp) deeds.push(`switch on ${at.lamp}`)
    return deeds
  }

  /** Does what the text says, or says why it cannot be done. Every answer ends with what can be done next. */
  act(raw: string): Outcome {
    const outcome = this.attempt(raw.trim())
    return outcome.done ? outcome : { ...outcome, text: `${outcome.text}${this.menu()}` }
  }

  private attempt(raw: string): Outcome {
    const [, verb = '', rest = ''] =
      /^(walk to|go to|open|close|take|put|heat|cool|clean|switch on|inventory|finish)(?: (.*))?$/.exec(raw) ?? []
    if (verb === 'finish') return { text: 'You stop here.', errored: false, done: true }
    if (verb === 'inventory') return happen(this.held ? `You hold ${this.held.id}.` : 'Your hands are empty.')
    if (verb === 'walk to') return this.walk(rest)
    if (verb === 'go to') return this.go(rest)
    if (verb === 'open' || verb === 'close') return this.swing(verb, rest)
    if (verb === 'take') return this.take(rest)
    if (verb === 'put') return this.put(rest)
    if (verb === 'switch on') return this.light(rest)
    if (verb === 'heat' || verb === 'cool' || verb === 'clean') return this.treat(verb, rest)
    return refuse(`You do not know how to "${raw}".`)
  }

  private walk(room: string): Outcome {
    if (room === this.room) return refuse(`You are in the ${room} already.`)
    if (!this.home.rooms.includes(room)) return refuse(`This home has no ${room}.`)
    this.room = room
    this.at = null
    return happen(this.describeRoom())
  }

  private go(id: string): Outcome {
    const place = this.home.receptacles.find((candidate) => candidate.id === id)
    if (!place) return refuse(`There is no ${id} in this home.`)
    if (place === this.at) return refuse(`You stand at ${id} already.`)
    if (place.room !== this.room) return refuse(`${id} is not in the ${this.room}.`)
    this.at = place
    return happen(`You stand at ${id}. ${this.describePlace(place)}`)
  }

  describePlace(place: Receptacle): string {
    if (place.opens && !this.open.has(place.id)) return 'It is closed.'
    const things = this.inSight().map((thing) => describeThing(thing))
    const lamp = place.lamp ? ` ${place.lamp} is ${this.lampLit === place.lamp ? 'on' : 'off'}.` : ''
    const word = place.word === 'in' ? 'In it' : 'On it'
    return `${things.length === 0 ? 'It is empty.' : `${word} you see ${listed(things)}.`}${lamp}`
  }

  private swing(verb: 'open' | 'close', id: string): Outcome {
    const { at } = this
    if (!at || at.id !== id) return refuse(`You are not at ${id}.`)
    if (!at.opens) return refuse(`${id} does not ${verb}.`)
    if (this.open.has(id) === (verb === 'open'))
      return refuse(`${id} is ${verb === 'open' ? 'open' : 'closed'} already.`)
    if (verb === 'close') {
      this.open.delete(id)
      return happen(`You close ${id}.`)
    }
    this.open.add(id)
    return happen(`You open ${id}. ${this.describePlace(at)}`)
  }

  private take(rest: string): Outcome {
    const [, id = '', from = ''] = /^(.+) from (.+)$/.exec(rest) ?? []
    if (this.held) return refuse(`Your hands are full: you hold ${this.held.id}.`)
    if (!this.at || this.at.id !== from) return refuse(`You are not at ${from || rest}.`)
    const thing = this.inSight().find((candidate) => candidate.id === id)
    if (!thing)
      return refuse(
        this.at.opens && !this.open.has(from) ? `${from} is closed.` : `There is no ${id} ${this.at.word} ${from}.`,
      )
    this.held = thing
    return happen(`You take ${id} from ${from}.`)
  }

  private put(rest: string): Outcome {
    const [, id = '', to = ''] = /^(.+) (?:in|on) (.+)$/.exec(rest) ?? []
    if (!this.held || this.held.id !== id) return refuse(`You do not hold ${id || rest}.`)
    if (!this.at || this.at.id !== to) return refuse(`You are not at ${to}.`)
    if (this.at.opens && !this.open.has(to)) return refuse(`${to} is closed.`)
    this.held.place = to
    this.held = null
    return happen(`You put ${id} ${this.at.word} ${to}.`)
  }

  private treat(verb: 'heat' | 'cool' | 'clean', rest: string): Outcome {
    const [, id = '', machine = ''] = /^(.+) with (.+)$/.exec(rest) ?? []
    if (!this.held || this.held.id !== id) return refuse(`You do not hold ${id || rest}.`)
    if (!this.at || this.at.id !== machine) return refuse(`You are not at ${machine}.`)
    const kind = this.at.kind
    if (!appliances[verb].some((able) => able === kind)) return refuse(`${machine} cannot ${verb} anything.`)
    if (verb === 'clean') this.held.clean = true
    else this.held.warmth = verb === 'heat' ? 'hot' : 'cold'
    return happen(`You ${verb} ${id} with ${machine}.`)
  }

  private light(lamp: string): Outcome {
    if (!this.at || this.at.lamp !== lamp) return refuse(`You are not at ${lamp}.`)
    if (this.lampLit === lamp) return refuse(`${lamp} is on already.`)
    this.lampLit = lamp
    return happen(`You switch on ${lamp}.${this.held ? ` Its light falls on ${this.held.id}.` : ''}`)
  }
}

function describeThing({ id, clean, warmth }: Thing): string {
  const state = [clean ? 'clean' : '', warmth === 'plain' ? '' : warmth].filter(Boolean).join(', ')
  return state ? `${id} (${state})` : id
}
