import { type Database, describeTable } from './schema'

/** What the agent is told before the question. */
export const askdbPrompt = `You answer questions about a PostgreSQL database. Each turn, say what you think in a sentence or two, then give one action:

list_tables[]      the tables and how many rows they have
describe[table]    the columns of a table
query[SQL]         one SELECT statement; you see its result or the error
answer[text]       the final answer: a number, a name, or several divided by commas

Codes in text columns are written as the database writes them, not as the question does.`

/** What a model that is given the solution is told: the schema, so that it need not look. */
export function forcedPrompt({ tables }: Database): string {
  return `${askdbPrompt}\n\nThe schema of the database:\n\n${tables.map(describeTable).join('\n\n')}\n\nYou are given the actions of a correct solution. For each of them write the thought that leads to it from what was known before it.`
}
