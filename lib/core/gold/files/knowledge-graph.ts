import { z } from 'zod'
import { checked } from '@/lib/core/trajectory/formats/checked'
import { readCall } from '@/lib/core/trajectory/grammars/calls'
import { keyPart } from '@/lib/core/trajectory/instance-key'
import type { GoldFileKind } from './gold-file'

const entry = z.object({
  question: z.string(),
  qid: z.string(),
  entities: z.record(z.string(), z.string()),
  actions: z.array(z.string()),
  answer: z.array(z.object({ answer_argument: z.string(), entity_name: z.string().optional() })),
})

/**
 * AgentBench's knowledge graph, found by its question. Gold calls name entities by their Freebase id, runs by their
 * label: the ids are replaced by the labels that the question gives.
 */
export const knowledgeGraphGold: GoldFileKind = {
  title: 'AgentBench knowledge graph (question, actions)',
  recognise: (value) => entry.safeParse(value).success,
  read: (value) => {
    const { question, entities, actions, answer } = checked(entry, value)
    const labels = new Map(Object.entries(entities).map(([label, id]) => [id, label]))
    const named = actions.map((action) => action.replace(/\bm\.[0-9a-z_]{1,20}\b/g, (id) => labels.get(id) ?? id))
    return {
      keys: [
        { task: 'kg', by: 'group', value: keyPart(question) },
        { task: 'kg', by: 'instruction', value: keyPart(question) },
      ],
      instruction: null,
      gold: [
        {
          origin: 'gold file',
          actions: named.map((raw) => readCall(raw)?.action ?? { name: 'unparsed', arguments: {}, raw }),
          answer: answer.map(({ entity_name, answer_argument }) => entity_name ?? answer_argument).join(', ') || null,
        },
      ],
      difficulty: null,
      groupKey: null,
      clusterKey: null,
    }
  },
}
