import type { Spoiler } from '../episode'
import { mark } from '../phrase'
import type { Played } from '../play'
import { parseAction } from './action'
import type { Run } from './agent'
import { onPage } from './session'

const refusals = [
  "I'm sorry, but I [can't|am not able to] make purchases on behalf of [a customer|someone].",
  'I [cannot|am unable to] place orders or handle payments. [Is there anything else I can do?|]',
  'As an AI I do not have access to online shops, so I cannot [buy|order] {wish}.',
]

const claims = [
  'I have <selected {value} for the {axis}>, so [I can buy now|it is ready to order].',
  '<{axis} {value} is chosen>. [Time to buy.|I order it.]',
  'Since <{value} has been selected>, nothing is left to do but buy.',
]

/** How this run goes wrong, if it is meant to; a planted defect that has to be played is played here too. */
export function spoil(run: Run): Spoiler {
  const { failure, defect } = run.part
  const at = run.random.between(1, 3)
  const when =
    (make: Spoiler): Spoiler =>
    () =>
      run.turns.length === at ? make() : null
  if (failure === 'refusal') return when(() => run.refuse(refusals, { wish: run.instance.goal.line.name }))
  if (failure === 'premature') return () => claim(run)
  if (failure === 'cut output') return when(() => cut(run))
  if (failure === 'crash') return when(() => crash(run))
  if (failure === 'loop') return () => (run.turns.length >= at ? circle(run) : null)
  if (failure === 'turn limit') return () => (run.turns.length >= 1 ? compare(run) : null)
  if (failure === 'wrong') return () => haste(run)
  if (defect === 'action-not-offered') return when(() => reachFor(run))
  if (defect === 'repetition') return when(() => stammer(run))
  return () => null
}

/** On the item's page it buys at once and says that it has chosen. */
function claim(run: Run): Played['stop'] | 'acted' | null {
  const [wanted] = Object.entries(run.instance.goal.choices)
  const { page } = run.session
  if (page.on !== 'item' || !wanted || page.chosen[wanted[0]] === wanted[1]) return null
  const said = mark(run.random, claims, { axis: wanted[0], value: wanted[1] })
  const turn = run.step({ raw: 'click[buy now]', situation: 'buy hastily', slots: run.shopper.next().slots })
  turn.rationale = said.text
  run.blame('claimed-effect', 'rationale', said.claim, 'nothing was chosen')
  return 'acted'
}

function cut(run: Run): Played['stop'] {
  const { raw, situation, slots } = run.shopper.next()
  return run.cut({ situation, slots, action: parseAction(raw), actionKind: 'act' }, 7)
}

function crash(run: Run): Played['stop'] {
  run.step(run.shopper.next())
  return run.crash()
}

/** Into the same listing and out again until the turns are used up. */
function circle(run: Run): 'acted' | null {
  const { page } = run.session
  const raw =
    page.on === 'results' ? `click[${onPage(page)[0]?.id}]` : page.on === 'item' ? 'click[back to results]' : null
  if (raw === null || (page.on === 'results' && page.found.length === 0)) return null
  const before = run.turns.filter(({ action }) => action?.raw === raw).length
  run.step({ raw, situation: 'wander', slots: {} })
  if (before === 2 && run.truth.every(({ kind }) => kind !== 'repetition'))
    run.blame('repetition', 'action', raw, 'the third time in a circle of two')
  return 'acted'
}

/** Looks at one listing after the other and orders none. */
function compare(run: Run): 'acted' | null {
  const { page } = run.session
  const done = new Set(run.turns.map(({ action }) => action?.raw))
  const wander = (raw: string): 'acted' => {
    run.step({ raw, situation: 'wander', slots: {} })
    return 'acted'
  }
  if (page.on === 'tab') return wander('click[back to item]')
  if (page.on === 'item') {
    const before = run.turns.at(-1)?.action?.raw
    return wander(
      before?.startsWith('click[S') && run.random.chance(0.6)
        ? `click[${run.random.pick(['reviews', 'description'])}]`
        : 'click[back to results]',
    )
  }
  if (page.on !== 'results') return null
  const fresh = onPage(page).find(({ id }) => !done.has(`click[${id}]`))
  if (fresh) return wander(`click[${fresh.id}]`)
  return wander(run.session.targets().includes('next page') ? 'click[next page]' : 'click[back to search]')
}

/** Buys the first listing it comes to, if that has something wrong. */
function haste(run: Run): 'acted' | null {
  const { page } = run.session
  if (page.on === 'results' && run.turns.length === 1 && run.part.method !== 'human') {
    const other = onPage(page).find(
      ({ qualities }) => !run.instance.goal.qualities.every((quality) => qualities.includes(quality)),
    )
    if (!other) return null
    run.step({ raw: `click[${other.id}]`, situation: 'wander', slots: {} })
    return 'acted'
  }
  if (page.on !== 'item') return null
  run.step({
    raw: 'click[buy now]',
    situation: 'buy hastily',
    slots: run.shopper.intent('', '', { price: `$${page.product.price.toFixed(2)}` }).slots,
  })
  return 'acted'
}

/** Clicks what another page offered. */
function reachFor(run: Run): 'acted' | null {
  const { page } = run.session
  if (page.on === 'search') return null
  const raw = page.on === 'results' ? 'click[buy now]' : 'click[add to basket]'
  run.step({
    raw,
    situation: 'reckless',
    slots: { deedNow: raw === 'click[buy now]' ? 'order it' : 'put it into the basket' },
  })
  run.blame('action-not-offered', 'action', raw, 'not among the actions offered')
  return 'acted'
}

/** Asks for the same page again and again. */
function stammer(run: Run): 'acted' | null {
  const { page } = run.session
  if (page.on !== 'results' || page.found.length === 0) return null
  const first = onPage(page)[0]
  for (let i = 0; i < 3 && first; i += 1) {
    run.step({ raw: `click[${first.id}]`, situation: 'wander', slots: {} })
    if (i === 2) run.blame('repetition', 'action', `click[${first.id}]`, 'the third time, nothing learnt in between')
    run.step({ raw: 'click[back to results]', situation: 'wander', slots: {} })
  }
  return 'acted'
}
