import type { TaskKnowledge } from '../tasks'

const programming = {
  skill: 'programming',
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: null,
  difficulties: [],
  instruction: 'shown',
} as const satisfies Partial<TaskKnowledge>

const bash: TaskKnowledge['rules'] = {
  normaliser: 'plain',
  readOnly: [],
  terminal: ['finish', 'answer', 'submit', 'exit_cost', 'exit_context'],
  talk: [],
  think: ['think', 'skip'],
}

const sql: TaskKnowledge['rules'] = {
  normaliser: 'sql',
  readOnly: [],
  terminal: ['answer', 'submit'],
  talk: [],
  think: ['think'],
}

/** Acting on databases, shells and repositories. */
export const programmingTasks: readonly TaskKnowledge[] = [
  { ...programming, name: 'dbbench', title: 'Database (AgentBench)', heldOut: false, grammar: 'operation', rules: sql },
  {
    ...programming,
    name: 'os',
    title: 'Operating system (AgentBench)',
    heldOut: false,
    grammar: 'think-act',
    rules: bash,
  },
  {
    ...programming,
    name: 'intercode-sql',
    title: 'InterCode SQL (Spider)',
    heldOut: false,
    grammar: 'sql',
    difficulties: ['easy', 'medium', 'hard', 'extra'],
    rules: sql,
  },
  {
    ...programming,
    name: 'intercode-bash',
    title: 'InterCode Bash (NL2Bash)',
    heldOut: true,
    grammar: 'bash',
    rules: bash,
  },
  { ...programming, name: 'intercode-python', title: 'InterCode Python (MBPP)', grammar: 'bash', rules: bash },
  { ...programming, name: 'intercode-ctf', title: 'InterCode CTF', grammar: 'bash', rules: bash },
  {
    ...programming,
    name: 'swe',
    title: 'Software engineering',
    grammar: 'command',
    rules: {
      ...bash,
      readOnly: [
        'open',
        'goto',
        'scroll_up',
        'scroll_down',
        'search_dir',
        'search_file',
        'find_file',
        'ls',
        'cat',
        'view',
      ],
    },
  },
  { ...programming, name: 'ctf', title: 'Capture the flag', grammar: 'command', rules: bash },
  { ...programming, name: 'codeact', title: 'CodeAct', grammar: 'code-act', rules: bash },
  {
    ...programming,
    name: 'coding-session',
    title: 'Coding session',
    grammar: 'tool calls',
    rules: { ...bash, normaliser: 'tool-call' },
  },
  { ...programming, name: 'apps', title: 'APPS', grammar: 'thought-action', rules: bash },
  { ...programming, name: 'humaneval', title: 'HumanEval', grammar: 'thought-action', rules: bash },
  { ...programming, name: 'mbpp', title: 'MBPP', grammar: 'thought-action', rules: bash },
]
