import type { Slots } from '../phrase'
import { act, type Move } from '../play'
import type { Explorer } from './explorer'
import { type Goal, plural, treated } from './goal'
import type { Receptacle, Thing } from './home'

/** heat → heated, hot: for "it has to be heated" and "then it is hot". */
const participles: Readonly<Record<string, string>> = { heat: 'heated', cool: 'cooled', clean: 'cleaned' }
const states: Readonly<Record<string, string>> = { heat: 'hot', cool: 'cold', clean: 'clean' }

/** What is to be done once the thing is in hand, in words. */
export function deed(goal: Goal): string {
  if (goal.type === 'examine') return 'take it to a lamp'
  if (goal.type === 'place') return `bring it to the ${goal.target}`
  if (goal.type === 'pair') return `bring it to the ${goal.target} and fetch another`
  return `${goal.type} it and bring it to the ${goal.target}`
}

/** The action of a text, with its arguments by name. */
export function parseAction(raw: string): Move['action'] {
  const [, name = raw, rest = ''] =
    /^(walk to|go to|open|close|take|put|heat|cool|clean|switch on|inventory|finish)(?: (.*))?$/.exec(raw) ?? []
  const [, object, , place] = /^(.+?) (from|in|on|with) (.+)$/.exec(rest) ?? []
  if (object !== undefined && place !== undefined) return act(name, { object, place }, raw)
  return act(
    name,
    rest === '' ? {} : { [name === 'walk to' ? 'room' : name === 'switch on' ? 'lamp' : 'place']: rest },
    raw,
  )
}

/** Why an explorer does this now: the situation, and the facts that a rationale may speak of. */
export function explain(mind: Explorer, raw: string): Move {
  const action = parseAction(raw)
  const { world, goal } = mind
  const placeId = [action.arguments.place, action.arguments.lamp].find((value) => typeof value === 'string')
  const place = world.home.receptacles.find(({ id, lamp }) => id === placeId || (lamp !== null && lamp === placeId))
  const known = mind.known()
  const left = world.here().filter(({ id, kind }) => !mind.checked.has(id) && kind !== goal.target).length
  const slots: Slots = {
    object: goal.object,
    objects: plural(goal.object),
    target: goal.target ?? 'lamp',
    verb: goal.type,
    treated: participles[goal.type] ?? 'held up to the light',
    state: states[goal.type] ?? 'ready',
    deed: deed(goal),
    deedNow: raw,
    place: place?.id ?? world.at?.id ?? world.room,
    kind: place?.kind ?? 'door',
    word: place?.word ?? 'on',
    lamp: place?.lamp ?? 'lamp 1',
    thing: thingOf(mind, action.arguments.object) ?? world.held?.id ?? known?.id ?? `the ${goal.object}`,
    room: world.room,
    next: raw.startsWith('walk to ') ? raw.slice(8) : world.room,
    last: mind.last ?? world.room,
    left: `${left} ${left === 1 ? 'place' : 'places'}`,
    checked: `${mind.checked.size} ${mind.checked.size === 1 ? 'place' : 'places'}`,
    as: world.held && treated(goal, world.held) && participles[goal.type] ? `, ${participles[goal.type]},` : '',
    summary: summary(goal),
  }
  return {
    situation: situate(mind, action.name, place, world.held),
    slots,
    action,
    actionKind: raw === 'finish' ? 'terminal' : 'act',
  }
}

function thingOf(mind: Explorer, value: unknown): string | undefined {
  return typeof value === 'string' && (mind.seen.has(value) || mind.world.held?.id === value) ? value : undefined
}

function summary(goal: Goal): string {
  if (goal.type === 'examine') return `the ${goal.object} is under the light`
  if (goal.type === 'pair') return `two ${plural(goal.object)} are where they should be`
  const how = participles[goal.type]
  return `the ${goal.object} is ${how ? `${how} and ` : ''}where it should be`
}

function situate(mind: Explorer, verb: string, place: Receptacle | undefined, held: Thing | null): string {
  const { goal } = mind
  if (verb === 'walk to') return held || mind.known() ? 'walk on' : 'search room'
  if (verb === 'open') return held ? 'open target' : 'open to look'
  if (verb === 'take') return 'take'
  if (verb === 'put') return 'put'
  if (verb === 'switch on') return 'light'
  if (verb === 'finish') return 'finish'
  if (verb !== 'go to') return verb in participles ? 'treat' : 'reckless'
  if (held) return goal.type === 'examine' ? 'to lamp' : treated(goal, held) ? 'to target' : 'to appliance'
  if (mind.known()?.place === place) return 'to known'
  if (goal.type === 'pair' && mind.placed() === 1 && mind.last === null) return 'second'
  if (mind.checked.size === 0) return 'first search'
  return mind.last === null ? 'new room' : 'search'
}
