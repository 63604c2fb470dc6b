import { Episode } from '../episode'
import type { Model } from '../models'
import type { Slots } from '../phrase'
import { listed } from '../phrase'
import type { Move, Part, Played, Turn } from '../play'
import type { Random } from '../random'
import { parseAction } from './action'
import { type AskInstance, answerOf, type LookUp, sameAnswer } from './instance'
import { asides, rationales } from './phrases'
import { type Hand, misnamed, type Query, write } from './query'
import type { Execute, SqlOutcome } from './schema'
import { AskSession } from './session'
import { spoil } from './spoil'

/** Plays one run at this question. */
export function playAskdb(
  instance: AskInstance,
  execute: Execute,
  part: Part,
  model: Model,
  random: Random,
): Promise<Played> {
  return new Run(instance, execute, part, model, random).play()
}

/** One run under way: looks around, asks, answers. */
export class Run extends Episode {
  readonly session: AskSession
  private readonly hand: Hand

  constructor(
    readonly instance: AskInstance,
    execute: Execute,
    part: Part,
    model: Model,
    random: Random,
  ) {
    super(part, model, random, { rationales, asides })
    this.session = new AskSession(instance.database, execute)
    this.hand = { upper: model.sqlCase === 'upper', lines: model.talks > 0.5 && random.chance(0.4) }
  }

  async play(): Promise<Played> {
    const early = (await spoil(this)) ?? (await this.solve())
    const { given } = this.session
    const reward = early === 'crash' ? null : given !== null && sameAnswer(given, this.instance.answer) ? 1 : 0
    return { turns: this.turns, stop: early, reward, truth: this.truth, decoys: [] }
  }

  /** The whole way when nothing goes wrong but a slip or two. */
  async solve(): Promise<Played['stop']> {
    if (this.part.method !== 'answer forcing') await this.explore()
    const lookUps = this.part.defect === 'unseen-reference' ? this.instance.lookUps.slice(1) : this.instance.lookUps
    await this.lookUp(lookUps)
    if (this.slips()) await this.misname()
    return this.answer(await this.ask(this.instance.query), 'answer')
  }

  /** Which tables there are and what the ones that matter look like. */
  async explore(): Promise<void> {
    const { random, instance } = this
    const { tables, about } = instance.database
    if (random.chance(0.9)) await this.step('list_tables[]', 'list', { about })
    const others = tables.map(({ name }) => name).filter((name) => !instance.kind.tables.includes(name))
    const looks = [...instance.kind.tables, ...(random.chance(0.15) ? others.slice(0, 1) : [])]
    for (const [i, table] of looks.entries())
      await this.step(`describe[${table}]`, i === 0 ? 'describe' : 'describe more', { table })
  }

  /** How codes are written. */
  async lookUp(lookUps: readonly LookUp[]): Promise<void> {
    for (const { sql, ...slots } of lookUps) await this.step(`query[${sql}]`, 'lookup', slots)
  }

  /** Asks the database, and remarks on the code that was looked up last, if any. */
  async ask(query: Query, situation?: string, slots: Slots = {}): Promise<SqlOutcome | null> {
    const sql = write(query, this.hand)
    const { turns, instance } = this
    const looked = instance.lookUps.filter((known) => turns.some(({ action }) => action?.arguments.sql === known.sql))
    const last = looked.at(-1)
    const usual = last ? 'query with code' : 'query'
    const code: Slots = last ? { column: last.column, word: last.word, code: last.code } : {}
    const facts = { conditions: listed(instance.conditions), ...code, ...slots }
    const { result } = await this.step(`query[${sql}]`, situation ?? usual, facts)
    for (const known of instance.lookUps)
      if (!looked.includes(known) && sql.includes(known.code))
        this.blame('unseen-reference', 'action', known.code, 'a code that was never looked up')
    return result
  }

  async answer(result: SqlOutcome | null, situation: string): Promise<'answered'> {
    const answer = (result?.ok ? (answerOf(result.rows) ?? result.rows[0]?.[0]) : null) ?? 'none'
    await this.step(`answer[${answer}]`, situation, { answer })
    return 'answered'
  }

  private slips(): boolean {
    return this.part.defect === 'invalid-action' || this.random.chance(this.model.slips)
  }

  /** A column by the name it ought to have; the database refuses, the agent mends it by asking again. */
  async misname(): Promise<void> {
    const [column, wrong] = this.instance.kind.misnamed
    const slots = { table: this.instance.kind.tables[0] ?? '', column, wrong }
    const sql = write(misnamed(this.instance.query, column, wrong), this.hand)
    const { errored } = await this.step(`query[${sql}]`, 'misname', slots)
    if (errored) this.blame('invalid-action', 'action', wrong, 'there is no such column')
  }

  async step(raw: string, situation: string, slots: Slots): Promise<Turn & { result: SqlOutcome | null }> {
    const rationale = this.speak(situation, slots)
    const { text, errored, done, result } = await this.session.act(raw)
    const move: Move = { situation, slots, action: parseAction(raw), actionKind: done ? 'terminal' : 'act' }
    return { ...this.note(move, rationale, text, errored), result }
  }
}
