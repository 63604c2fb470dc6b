import type { TaskKnowledge } from '../tasks'

const tool = {
  skill: 'tool use',
  component: 'agent',
  rewardKind: 'success',
  rewardThreshold: 1,
  heldOut: null,
  grammar: 'tool calls',
  difficulties: [],
} as const satisfies Partial<TaskKnowledge>

// transfer_to_human_agents is a call of tau-bench's gold sequences; it changes nothing in the database.
const shared = ['get_user_details', 'calculate', 'transfer_to_human_agents']

/** Serving a user with tools. In tau-bench a simulated user holds the instruction, and the model is never shown it. */
export const toolTasks: readonly TaskKnowledge[] = [
  {
    ...tool,
    name: 'tau-airline',
    title: 'tau-bench airline',
    instruction: 'secret',
    rules: {
      normaliser: 'tool-call',
      readOnly: [
        ...shared,
        'get_reservation_details',
        'search_direct_flight',
        'search_onestop_flight',
        'list_all_airports',
      ],
      terminal: [],
      talk: ['respond'],
      think: ['think'],
    },
  },
  {
    ...tool,
    name: 'tau-retail',
    title: 'tau-bench retail',
    instruction: 'secret',
    rules: {
      normaliser: 'tool-call',
      readOnly: [
        ...shared,
        'find_user_id_by_email',
        'find_user_id_by_name_zip',
        'get_order_details',
        'get_product_details',
        'list_all_product_types',
      ],
      terminal: [],
      talk: ['respond'],
      think: ['think'],
    },
  },
  {
    ...tool,
    name: 'medagentbench',
    title: 'MedAgentBench',
    instruction: 'shown',
    grammar: 'request',
    rules: { normaliser: 'tool-call', readOnly: ['get'], terminal: ['finish'], talk: [], think: [] },
  },
  {
    ...tool,
    name: 'tool-use',
    title: 'Tool use',
    instruction: 'shown',
    rules: {
      normaliser: 'tool-call',
      readOnly: [],
      terminal: ['finish', 'submit'],
      talk: ['respond'],
      think: ['think'],
    },
  },
]
