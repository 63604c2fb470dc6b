import { type Database, describeTable, type Execute, resultText, type SqlOutcome } from './schema'

export type AskOutcome = { text: string; errored: boolean; done: boolean; result: SqlOutcome | null }

const tellsMore = 'Actions: list_tables[], describe[table], query[SQL], answer[text].'

/** Someone who asks a database. What a query gives back is what the database gave back, errors included. */
export class AskSession {
  given: string | null = null

  constructor(
    readonly database: Database,
    private readonly execute: Execute,
  ) {}

  async act(raw: string): Promise<AskOutcome> {
    const [, verb = '', argument = ''] = /^(list_tables|describe|query|answer)\[([\s\S]*)\]$/.exec(raw.trim()) ?? []
    if (verb === 'list_tables')
      return plain(this.database.tables.map(({ name, rows }) => `${name} (${rows.length} rows)`).join('\n'))
    if (verb === 'describe') return this.describe(argument.trim())
    if (verb === 'query') return this.query(argument)
    if (verb !== 'answer') return { ...plain(`This is not an action. ${tellsMore}`), errored: true }
    this.given = argument
    return { ...plain('Answer received.'), done: true }
  }

  private describe(name: string): AskOutcome {
    const table = this.database.tables.find((candidate) => candidate.name === name)
    return table ? plain(describeTable(table)) : { ...plain(`ERROR:  there is no table "${name}"`), errored: true }
  }

  private async query(sql: string): Promise<AskOutcome> {
    const result = await this.execute(this.database.name, sql)
    if (result.ok) return { ...plain(resultText(result.columns, result.rows)), result }
    return {
      ...plain(`ERROR:  ${result.message}${result.hint ? `\nHINT:  ${result.hint}` : ''}`),
      errored: true,
      result,
    }
  }
}

function plain(text: string): AskOutcome {
  return { text, errored: false, done: false, result: null }
}
