import { say } from '../phrase'
import type { Random } from '../random'
import { type Home, kindsFor, type Thing } from './home'
import { appliances, type ThingKind } from './vocabulary'
import type { World } from './world'

export const goalTypes = ['place', 'clean', 'heat', 'cool', 'examine', 'pair'] as const
export type GoalType = (typeof goalTypes)[number]

/** target is the kind of receptacle; null where the thing is to be looked at under a lamp. */
export type Goal = { type: GoalType; object: string; target: string | null }

const needs = { place: null, clean: 'washes', heat: 'heats', cool: 'cools', examine: 'reads', pair: null } as const

/** A goal of this type that the home can serve, with the thing's kind; null where it cannot. */
export function chooseGoal(random: Random, home: Home, type: GoalType): { goal: Goal; kind: ThingKind } | null {
  const present = new Set(home.receptacles.map(({ kind }) => kind))
  if (type in appliances && !serves(present, type)) return null
  if (type === 'examine' && !home.receptacles.some(({ lamp }) => lamp !== null)) return null
  const need = needs[type]
  const kinds = kindsFor(home).filter((kind) => need === null || kind[need])
  const able = kinds.filter((kind) => type === 'examine' || targets(kind, present).length > 0)
  if (able.length === 0) return null
  const kind = random.pick(able)
  const target = type === 'examine' ? null : random.pick(targets(kind, present))
  return { goal: { type, object: kind.kind, target }, kind }
}

function serves(present: ReadonlySet<string>, type: GoalType): boolean {
  return type !== 'heat' && type !== 'cool' && type !== 'clean'
    ? true
    : appliances[type].some((kind) => present.has(kind))
}

/** Wanted places that are not the only place where the thing could lie to begin with. */
function targets(kind: ThingKind, present: ReadonlySet<string>): string[] {
  return kind.wanted.filter(
    (place) => present.has(place) && kind.home.some((usual) => usual !== place && present.has(usual)),
  )
}

export function treated(goal: Goal, thing: Thing): boolean {
  if (goal.type === 'clean') return thing.clean
  if (goal.type === 'heat') return thing.warmth === 'hot'
  if (goal.type === 'cool') return thing.warmth === 'cold'
  return true
}

/** Whether the goal is reached in this state: what the reward is computed from. */
export function reached(world: World, goal: Goal): boolean {
  if (goal.type === 'examine') {
    const lit = world.at?.lamp
    return world.held?.kind === goal.object && lit !== undefined && lit !== null && world.lampLit === lit
  }
  const kindOf = new Map(world.home.receptacles.map(({ id, kind }) => [id, kind]))
  const placed = world.things.filter(
    (thing) =>
      thing !== world.held &&
      thing.kind === goal.object &&
      kindOf.get(thing.place) === goal.target &&
      treated(goal, thing),
  )
  return placed.length >= (goal.type === 'pair' ? 2 : 1)
}

const wordings: Readonly<Record<GoalType, readonly string[]>> = {
  place: [
    '[Put|Leave|Place] {a object} {on} the {target}.',
    '[Find|Look for] {a object} and [put|leave] it {on} the {target}.',
    'The {target} should have {a object} {on} it.',
    'Move {a object} to the {target}.',
  ],
  clean: [
    '[Put|Leave] a clean {object} {on} the {target}.',
    '[Clean|Wash] {a object} and put it {on} the {target}.',
    'Wash {a object}, then [leave|set] it {on} the {target}.',
  ],
  heat: [
    '[Put|Leave] a hot {object} {on} the {target}.',
    '[Heat|Warm up] {a object} and put it {on} the {target}.',
    'I would like a [hot|warm] {object} {on} the {target}.',
  ],
  cool: [
    '[Put|Leave] a cold {object} {on} the {target}.',
    '[Cool|Chill] {a object} and put it {on} the {target}.',
    'Someone wants a [chilled|cold] {object} {on} the {target}.',
  ],
  examine: [
    'Look at {a object} under a lamp.',
    '[Examine|Inspect] {a object} by lamplight.',
    'Hold {a object} under a lamp that is switched on.',
  ],
  pair: [
    '[Put|Leave|Place] two {objects} {on} the {target}.',
    'Find two {objects} and put them {on} the {target}.',
    'The {target} should have two {objects} {on} it.',
  ],
}

export function plural(noun: string): string {
  const [head = '', ...tail] = noun.split(' of ')
  const many = /(?:s|ch|sh|x|to)$/.test(head)
    ? `${head}es`
    : head.endsWith('f')
      ? `${head.slice(0, -1)}ves`
      : `${head}s`
  return [many, ...tail].join(' of ')
}

/** The goal as a person would say it. */
export function askFor(random: Random, goal: Goal, word: string): string {
  const slots = { object: goal.object, objects: plural(goal.object), target: goal.target ?? '', on: word }
  return say(random, wordings[goal.type], slots)
}
