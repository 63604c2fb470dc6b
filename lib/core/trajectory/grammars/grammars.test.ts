import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../types'
import { grammars } from './registry'

type Case = [
  grammar: keyof typeof grammars,
  text: string,
  rationale: string | null,
  name: string,
  given: JsonObject,
  kind: string,
]

// Written for this table; the shapes are those of the prompts that each grammar names.
const cases: Case[] = [
  [
    'household',
    'THOUGHT: I need a mug.\n ACTION: go to shelf 2',
    'I need a mug.',
    'go to',
    { receptacle: 'shelf 2' },
    'act',
  ],
  ['household', 'ACTION: take mug 1 from shelf 2', null, 'take', { object: 'mug 1', receptacle: 'shelf 2' }, 'act'],
  ['household', 'ACTION: put mug 1 in/on desk 3', null, 'put', { object: 'mug 1', receptacle: 'desk 3' }, 'act'],
  [
    'household',
    'Thought: warm it\nAction: heat egg 1 with microwave 1',
    'warm it',
    'heat',
    { object: 'egg 1', with: 'microwave 1' },
    'act',
  ],
  ['household', 'ACTION: inventory', null, 'inventory', {}, 'act'],
  ['household', 'ACTION: Task succeeded.', null, 'unparsed', {}, 'unparsed'],
  ['household', 'think: where are mugs kept?', 'where are mugs kept?', 'think', {}, 'think'],
  ['household', 'THOUGHT: nothing left to do', 'nothing left to do', 'think', {}, 'think'],
  [
    'operation',
    'Count them.\nAction: Operation\n```sql\nSELECT 1\n```',
    'Count them.',
    'execute',
    { sql: 'SELECT 1' },
    'act',
  ],
  ['operation', 'Action: Operation\n```sql\nSELECT 1', null, 'execute', { sql: 'SELECT 1' }, 'act'],
  ['operation', 'There.\nAction: Answer\nFinal Answer: ["a", 2]', 'There.', 'answer', { answer: ['a', 2] }, 'act'],
  ['operation', 'Action: Answer\nFinal Answer: none of them', null, 'answer', { answer: 'none of them' }, 'act'],
  ['operation', 'Action: Operation\nSELECT 1', null, 'unparsed', {}, 'unparsed'],
  ['operation', 'I do not know.', null, 'unparsed', {}, 'unparsed'],
  [
    'thought-action',
    'Thought: look\nAction: search[red shoes [men]]',
    'look',
    'search',
    { query: 'red shoes [men]' },
    'act',
  ],
  ['thought-action', 'Thought 2: look\nAction 2: Finish[yes]', 'look', 'finish', { answer: 'yes' }, 'act'],
  ['thought-action', 'Thought:\nI think\n\nAction: \nclick[Buy Now]', 'I think', 'click', { target: 'Buy Now' }, 'act'],
  [
    'thought-action',
    'Action: get_neighbors(Ada, people.person.job)',
    null,
    'get_neighbors',
    { variable: 'Ada', relation: 'people.person.job' },
    'act',
  ],
  ['thought-action', 'Thought: done\nFinal Answer: #3', 'done', 'answer', { answer: '#3' }, 'terminal'],
  ['thought-action', 'Action: think[it is the first one]', 'it is the first one', 'think', {}, 'think'],
  ['thought-action', 'Thought: hm', 'hm', 'think', {}, 'think'],
  ['thought-action', 'Action: search[cut of', null, 'search', { query: 'cut of' }, 'act'],
  ['thought-action', 'Action: noop', null, 'noop', {}, 'act'],
  ['thought-action', 'Well then.', null, 'unparsed', {}, 'unparsed'],
  ['think-act', 'Think: list\n\nAct: bash\n\n```bash\nls -l\n```', 'list', 'bash', { command: 'ls -l' }, 'act'],
  ['think-act', 'Think: so\n\nAct: answer(220)', 'so', 'answer', { answer: '220' }, 'act'],
  ['think-act', 'Think: so\n\nAct: finish', 'so', 'finish', {}, 'act'],
  ['think-act', 'Think: hm', 'hm', 'think', {}, 'think'],
  ['think-act', 'Act: dance', null, 'unparsed', {}, 'unparsed'],
  [
    'choice',
    'Thought: the price\nAnswer: C.\nAction: SELECT\nValue: 50',
    'the price',
    'select',
    { choice: 'C', value: '50' },
    'act',
  ],
  ['choice', 'Thought: no\nAnswer: A. None of the above', 'no', 'none', { choice: 'A' }, 'act'],
  ['choice', 'Answer: B.', null, 'unparsed', {}, 'unparsed'],
  ['sql', 'SHOW TABLES', null, 'execute', { sql: 'SHOW TABLES' }, 'act'],
  [
    'sql',
    "execute[SELECT a[1] FROM t WHERE b = ']']",
    null,
    'execute',
    { sql: "SELECT a[1] FROM t WHERE b = ']'" },
    'act',
  ],
  ['sql', 'execute[SELECT name FROM t HAV', null, 'execute', { sql: 'SELECT name FROM t HAV' }, 'act'],
  ['sql', 'submit', null, 'submit', {}, 'act'],
  ['sql', 'The query I gave is right.', null, 'unparsed', {}, 'unparsed'],
  ['bash', 'find . -name x', null, 'bash', { command: 'find . -name x' }, 'act'],
  ['free text', 'Hello!', null, 'respond', {}, 'talk'],
]

describe('grammars', () => {
  it.each(cases)('%s reads %j', (grammar, text, rationale, name, given, kind) => {
    const said = grammars[grammar](text)
    expect(said).toMatchObject({ rationale, kind, action: { name, arguments: given } })
  })

  it('keep what they read as it was written: rationale and raw text are parts of the turn', () => {
    for (const [grammar, text] of cases) {
      const { rationale, action } = grammars[grammar](text)
      expect(text).toContain(rationale ?? '')
      expect(text).toContain(action?.raw ?? '')
    }
  })

  const hostile: [string, string][] = [
    ['spaces', ' '.repeat(1_000_000)],
    ['a label and spaces', `thought${' '.repeat(1_000_000)}`],
    ['lines of labels', 'Action:\n'.repeat(125_000)],
    ['open brackets', `Action: search${'['.repeat(1_000_000)}`],
    ['open parentheses', `Action: f${'('.repeat(1_000_000)}`],
    ['commas', `Action: f(${','.repeat(1_000_000)}`],
    ['quotes', `Action: f(${'"'.repeat(1_000_000)})`],
    ['fences', 'Action: Operation\n'.concat('```'.repeat(333_333))],
    ['a name without end', `Action: ${'a'.repeat(1_000_000)}`],
    ['words', `Action: take ${'x from '.repeat(140_000)}`],
    ['dots', `Action: go to ${'.'.repeat(1_000_000)}x`],
    ['nested answer', `Action: Answer\nFinal Answer: ${'['.repeat(500_000)}`],
  ]
  it.each(hostile)('read a megabyte of %s in less than a second', (_, text) => {
    for (const [name, grammar] of Object.entries(grammars)) {
      const start = performance.now()
      grammar(text)
      expect(performance.now() - start, name).toBeLessThan(1000)
    }
  })
})
