import { subjects } from '../askdb/databases/subjects'
import { plainHand, type Query, write } from '../askdb/query'
import { describeTable } from '../askdb/schema'
import { say } from '../phrase'
import type { Topic } from './conversation'

/** How the clauses of a statement lead to its result. */
function reasons({ join = [], where = [], groupBy, having, orderBy, limit }: Query): string {
  const parts = [
    ...(join.length > 0
      ? [`joins ${join.length === 1 ? 'one more table' : `${join.length} more tables`} by its key`]
      : []),
    ...(where.length > 0
      ? [`keeps the rows that meet ${where.length === 1 ? 'the condition' : `all ${where.length} conditions`}`]
      : []),
    ...(groupBy ? [`makes one group for each \`${groupBy}\``] : []),
    ...(having ? [`keeps the groups with \`${having}\``] : []),
    ...(orderBy && limit ? ['sorts them and takes the first'] : []),
  ]
  return parts.length === 0 ? 'It reads the table as it is.' : `It ${parts.join(', ')}.`
}

/** A question about a schema, answered with one statement. */
export const querying: Topic = (random) => {
  const { database, kinds } = random.pick(subjects)
  const kind = random.pick(kinds.filter(({ coded }) => coded === undefined))
  const values = Object.entries(kind.slots).map(([slot, from]) => [slot, random.pick(from)] as const)
  const said = Object.fromEntries(values.map(([slot, value]) => [slot, value.say]))
  const query = kind.query(Object.fromEntries(values.map(([slot, value]) => [slot, value.sql])))
  const tables = database.tables.filter(({ name }) => kind.tables.includes(name))
  const question = say(random, kind.ask, said)
  return [
    {
      user: `${say(random, ['Given these tables in PostgreSQL, write a query: {question}', '{question} Write the SQL for this schema.', 'Schema below. {question}'], { question })}\n\n${tables.map(describeTable).join('\n\n')}`,
      reply: `\`\`\`sql\n${write(query, { ...plainHand, lines: true })};\n\`\`\`\n\n${reasons(query)}`,
    },
  ]
}
