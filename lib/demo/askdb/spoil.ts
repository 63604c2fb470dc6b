import { listed, mark } from '../phrase'
import type { Played } from '../play'
import { parseAction } from './action'
import type { Run } from './agent'
import { misnamed, mistakes, type Query, write } from './query'

const turnLimit = 10

const refusals = [
  "I'm sorry, but I [can't|cannot] access [databases|a database] or [run|execute] queries.",
  'I am a language model and have no connection to a database, so I cannot look up {about}.',
  '[Unfortunately|I am afraid] I am unable to answer questions that need access to {about}.',
]

const inventions = [
  'From {table} I can see that the answer is <{answer}>.',
  'Counting in {table} gives <{answer}>.',
  'There are <{answer}> such entries. [No query is needed.|]',
  'Looking at {table}, the result is <{answer}>.',
]

/** How this run goes wrong, if it is meant to: plays it and returns its end, or null to let it go right. */
export async function spoil(run: Run): Promise<Played['stop'] | null> {
  switch (run.part.failure) {
    case 'refusal':
      return run.refuse(refusals, { about: run.instance.database.about })
    case 'premature':
      return invent(run)
    case 'cut output':
      return cut(run)
    case 'crash':
      return crash(run)
    case 'loop':
      return circle(run)
    case 'turn limit':
      return wander(run)
    case 'wrong':
      return mistake(run)
  }
  if (run.part.defect === 'repetition') await stammer(run)
  return null
}

/** An answer without a query. */
async function invent(run: Run): Promise<Played['stop']> {
  await run.step('list_tables[]', 'list', { about: run.instance.database.about })
  const table = run.instance.kind.tables[0] ?? ''
  if (run.random.chance(0.6)) await run.step(`describe[${table}]`, 'describe', { table })
  const answer = unseenAnswer(run)
  const { text, claim } = mark(run.random, inventions, { table, answer })
  await run.step(`answer[${answer}]`, 'answer', { answer })
  const last = run.turns.at(-1)
  const spoken = last !== undefined && last.rationale !== null
  if (spoken) last.rationale = text
  run.blame('unseen-reference', spoken ? 'rationale' : 'answer', claim, 'no query was made')
  return 'answered'
}

/** Something that could be the answer and that nothing has shown: a number for a number, a name for a name. */
function unseenAnswer({ instance, random, turns }: Run): string {
  const shown = [instance.question, ...turns.map(({ observation }) => observation ?? '')].join('\n')
  const names = instance.database.tables.flatMap(({ rows }) => rows.map((row) => String(row[1])))
  const isNumber = /^[\d.]+$/.test(instance.answer)
  for (;;) {
    const answer = isNumber ? String(random.between(3, 397)) : random.pick(names.filter((name) => name.includes(' ')))
    if (!shown.includes(answer)) return answer
  }
}

async function cut(run: Run): Promise<Played['stop']> {
  await run.explore()
  await run.lookUp(run.instance.lookUps)
  const raw = `query[${write(run.instance.query, { upper: run.model.sqlCase === 'upper', lines: false })}]`
  const slots = { conditions: listed(run.instance.conditions) }
  return run.cut({ situation: 'query', slots, action: parseAction(raw), actionKind: 'act' }, 12)
}

async function crash(run: Run): Promise<Played['stop']> {
  await run.explore()
  await run.lookUp(run.instance.lookUps)
  await run.ask(run.instance.query)
  return run.crash()
}

/** The same refused query until the turns are used up. */
async function circle(run: Run): Promise<Played['stop']> {
  await run.explore()
  const [column, wrong] = run.instance.kind.misnamed
  const query = misnamed(run.instance.query, column, wrong)
  const slots = { table: run.instance.kind.tables[0] ?? '', column, wrong }
  for (let i = 0; run.turns.length < turnLimit; i += 1) {
    const before = run.turns.length
    await run.ask(query, i === 0 ? 'misname' : 'again', slots)
    const last = run.turns[before]
    if (i === 0 && last?.errored) run.blame('invalid-action', 'action', wrong, 'there is no such column')
    if (i === 2) run.blame('repetition', 'action', last?.action?.raw ?? '', 'the same refused query for the third time')
  }
  return 'turn limit'
}

/** Looks at everything and asks nothing. */
async function wander(run: Run): Promise<Played['stop']> {
  const { tables, about } = run.instance.database
  await run.step('list_tables[]', 'list', { about })
  for (const { name } of run.random.shuffle(tables)) await run.step(`describe[${name}]`, 'wander', { table: name })
  for (const { name } of run.random.shuffle(tables)) {
    if (run.turns.length >= turnLimit) break
    await run.step(`query[SELECT * FROM ${name} LIMIT 3]`, 'probe', { table: name })
  }
  return 'turn limit'
}

/** A code by guess, or a statement that is not quite what was asked; the answer is what comes out. */
async function mistake(run: Run): Promise<Played['stop']> {
  const { instance, random } = run
  await run.explore()
  const [unsure, ...sure] = instance.lookUps
  await run.lookUp(sure)
  if (unsure && random.chance(0.6)) {
    const guess = `'${unsure.word.replace(/^an? /, '')}'`
    const result = await run.ask(swap(instance.query, unsure.code, guess), 'guess', { column: unsure.column, guess })
    return run.answer(result, 'answer wrongly')
  }
  if (unsure) await run.lookUp([unsure])
  const result = await run.ask(random.pick([...mistakes(instance.query), instance.query]))
  return run.answer(result, 'answer wrongly')
}

function swap(query: Query, from: string, to: string): Query {
  return { ...query, where: query.where?.map((condition) => condition.replace(from, to)) ?? [] }
}

/** Asks for the same list again and again before it goes on. */
async function stammer(run: Run): Promise<void> {
  for (let i = 0; i < 3; i += 1)
    await run.step('list_tables[]', i === 0 ? 'list' : 'again', { about: run.instance.database.about })
  run.blame('repetition', 'action', 'list_tables[]', 'the same action for the third time, nothing changed')
}
