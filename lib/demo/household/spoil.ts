import type { Spoiler } from '../episode'
import { mark } from '../phrase'
import type { Played } from '../play'
import type { Run } from './agent'
import { explain } from './explain'
import { appliances } from './vocabulary'

const refusals = [
  "I'm sorry, but [as a language model I cannot|I am not able to] move through a home or touch [things|objects] in it.",
  "I [can't|am unable to] help with physical tasks such as carrying {a object}. [Is there something else I can do?|]",
  'I am unable to continue with this: I have no body with which to pick up {a object}.',
]

const claims = [
  '<{a object} is now {on} the {target}>, so [I am done|the task is done].',
  'I have <put {a object} {on} the {target}>. That was the task.',
  '[Good|All right]: <the {object} is {on} the {target}>. [Finishing.|Done.]',
]

/** How this run goes wrong, if it is meant to; a planted defect that has to be played is played here too. */
export function spoil(run: Run): Spoiler {
  const { failure, defect } = run.part
  const at = run.random.between(2, 5)
  const when =
    (make: Spoiler): Spoiler =>
    () =>
      run.turns.length === at ? make() : null
  if (failure === 'refusal') return when(() => run.refuse(refusals, { object: run.goal.object }))
  if (failure === 'premature') return when(() => claim(run))
  if (failure === 'cut output') return when(() => cut(run))
  if (failure === 'crash') return when(() => crash(run))
  if (failure === 'loop') return () => (run.turns.length >= at ? circle(run) : null)
  if (failure === 'turn limit') return () => (run.turns.length >= 1 ? wander(run) : null)
  if (failure === 'wrong') return () => mistake(run)
  if (defect === 'action-not-offered') return when(() => reachFor(run))
  if (defect === 'repetition') return when(() => stammer(run))
  return () => null
}

function claim(run: Run): Played['stop'] | null {
  const goal = run.goal
  if (goal.target === null || run.world.held) return null
  const on = run.world.home.receptacles.find(({ kind }) => kind === goal.target)?.word ?? 'on'
  const { text, claim: words } = mark(run.random, claims, { object: goal.object, target: goal.target, on })
  const move = explain(run.mind, 'finish')
  const { text: seen } = run.world.act('finish')
  run.note(move, text, seen, false)
  run.blame('claimed-effect', 'rationale', words, 'nothing was put there')
  return 'answered'
}

function cut(run: Run): Played['stop'] | null {
  const raw = run.decide()
  return raw === 'finish' ? null : run.cut(explain(run.mind, raw), 3)
}

function crash(run: Run): Played['stop'] {
  run.step(run.decide())
  return run.crash()
}

/** Back and forth between two places until the turns are used up. */
function circle(run: Run): 'acted' | null {
  const [first, second] = run.world.here()
  if (!first || !second) return null
  const raw = run.world.at === first ? `go to ${second.id}` : `go to ${first.id}`
  const before = run.turns.filter(({ action }) => action?.raw === raw).length
  run.step(raw, before === 0 ? 'wander' : 'revisit')
  if (before === 2 && run.truth.every(({ kind }) => kind !== 'repetition'))
    run.blame('repetition', 'action', raw, 'the third time in a circle of two')
  return 'acted'
}

/** Looks here and there and takes nothing. */
function wander(run: Run): 'acted' {
  const visited = run.turns.map(({ action }) => action?.raw)
  const fresh = run.world.home.receptacles.filter(
    ({ id, room }) => room === run.world.room && !visited.includes(`go to ${id}`),
  )
  const rooms = run.world.home.rooms.filter((room) => room !== run.world.room)
  if (fresh.length > 0) run.step(`go to ${run.random.pick(fresh).id}`, 'wander')
  else if (visited.includes('inventory') || run.random.chance(0.6))
    run.step(`walk to ${run.random.pick(rooms)}`, 'walk aimlessly')
  else run.step('inventory', 'reckless', { deedNow: 'see what I hold' })
  return 'acted'
}

/** Leaves the treatment out, or brings the wrong thing, and believes that it is done. */
function mistake(run: Run): Played['stop'] | 'acted' | null {
  const { world, goal } = run
  const { held } = world
  if (goal.type === 'examine' && held && world.lampLit) {
    run.step('finish', 'finish wrongly')
    return 'answered'
  }
  const target = world.home.receptacles.find(({ kind }) => kind === goal.target)
  if (!held || !target) return grab(run)
  if (held.kind === goal.object && !(goal.type in appliances)) return null
  if (target.room !== world.room) run.step(`walk to ${target.room}`, 'walk on')
  if (world.at !== target) run.step(`go to ${target.id}`, 'to target', { as: '' })
  if (target.opens && !world.open.has(target.id)) run.step(`open ${target.id}`)
  run.step(`put ${held.id} ${target.word} ${target.id}`)
  run.step('finish', 'finish wrongly')
  return 'answered'
}

/** Takes another thing for the wanted one, where no other mistake is possible. */
function grab(run: Run): 'acted' | null {
  const { world, goal } = run
  const other = world.inSight().find(({ kind }) => kind !== goal.object)
  if (!other || !world.at || world.held || goal.type in appliances) return null
  run.step(`take ${other.id} from ${world.at.id}`, 'reckless')
  return 'acted'
}

/** Acts on something that was never offered. */
function reachFor(run: Run): null {
  const { world, goal } = run
  const number = world.things.filter(({ kind }) => kind === goal.object).length + run.random.between(1, 3)
  const raw = `take ${goal.object} ${number} from ${world.at?.id ?? world.here()[0]?.id}`
  run.step(raw, 'reckless')
  run.blame('action-not-offered', 'action', raw, 'not among the actions offered')
  return null
}

function stammer(run: Run): null {
  for (let i = 0; i < 3; i += 1) run.step('inventory', 'reckless', { deedNow: 'check what I am holding' })
  run.blame('repetition', 'action', 'inventory', 'the same action for the third time, nothing changed')
  return null
}
