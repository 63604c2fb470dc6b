import type { GoldSuspicion } from './doubt'
import type { SqlProblem } from './sql-problems'

const problems: Readonly<Record<SqlProblem['kind'], (text: string) => string>> = {
  'no statement': (text) => `“${text}” does not begin like a statement`,
  'glued keyword': (text) => `“${text}” runs a name into the next clause`,
  'unquoted name': (text) => `“${text}” are three names in a row, so a name with spaces is not quoted`,
  'open quote': (text) => `a quote ( ${text} ) is never closed`,
  'unbalanced parentheses': (text) => `a parenthesis ( ${text} ) has no partner`,
  incomplete: (text) => `it ends in “${text}”, after which something must follow`,
}

const cut = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text)
const times = (count: number, one: string, many: string) => (count === 1 ? `one ${one}` : `${count} ${many}`)

/** Why the gold may be wrong, as a sentence for a person who is to decide. */
export function suspicionSentence(suspicion: GoldSuspicion): string {
  switch (suspicion.kind) {
    case 'malformed':
      return `Malformed: ${problems[suspicion.problem.kind](suspicion.problem.text)}.`
    case 'rejected':
      return `The environment refused it in ${times(suspicion.runs, 'run', 'runs')}: ${cut(suspicion.message)}`
    case 'unrewarded':
      return `${times(suspicion.runs, 'run', 'runs')} did exactly this and got no reward.`.replace(/^o/, 'O')
    case 'outvoted': {
      const solved = suspicion.solvedBy.length === 0 ? 'no model' : suspicion.solvedBy.join(', ')
      return `${suspicion.models.join(' and ')} agree on another ${suspicion.result.kind}, and ${solved} solved it: ${cut(suspicion.result.text)}`
    }
  }
}
