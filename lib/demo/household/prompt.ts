import type { PreambleMessage } from '@/lib/core/trajectory/types'
import { World } from './world'

export const householdPrompt = `You act in a home described in text. Each turn, say what you think in a sentence or two if it helps, then give one action, written exactly as the list after "You can:" offers it.

walk to ROOM, go to PLACE, open PLACE, close PLACE, take THING from PLACE, put THING in/on PLACE, heat/cool/clean THING with PLACE, switch on LAMP, inventory, finish

You hold one thing at a time. Closed places show nothing until they are opened. When the task is done, finish.`

const lesson = [
  'go to drawer 1',
  'open drawer 1',
  'take spoon 1 from drawer 1',
  'go to table 1',
  'put spoon 1 on table 1',
  'finish',
]
const thoughts = ['A spoon is likely to be in the drawer.', '', 'There it is.', 'It goes to the table.', '', 'Done.']

/** A worked example for the models that get one: a home of its own, played like any other. */
function workedExample(): PreambleMessage[] {
  const place = (id: string, word: 'in' | 'on', opens: boolean) => ({
    id,
    kind: id.slice(0, -2),
    room: 'kitchen',
    word,
    opens,
    lamp: null,
  })
  const receptacles = [place('drawer 1', 'in', true), place('table 1', 'on', false), place('sink 1', 'in', false)]
  const home = { id: 'example', rooms: ['kitchen', 'hall'], receptacles }
  const spoon = { id: 'spoon 1', kind: 'spoon', place: 'drawer 1', clean: false, warmth: 'plain' as const }
  const world = new World(home, [spoon], 'kitchen')
  const messages: PreambleMessage[] = [
    { role: 'user', content: `Put a spoon on the table.\n\n${world.opening()}`, example: true },
  ]
  for (const [i, raw] of lesson.entries()) {
    const said = thoughts[i] ? `Thought: ${thoughts[i]}\nAction: ${raw}` : `Action: ${raw}`
    messages.push({ role: 'assistant', content: said, example: true })
    messages.push({ role: 'user', content: world.act(raw).text, example: true })
  }
  return messages
}

export const householdExample = workedExample()
