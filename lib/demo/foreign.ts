import { say } from './phrase'
import type { Random } from './random'

/** Rationales of tasks that are not in the example at all: what a record shows when two were mixed up. */
const lines = [
  'The [knight|bishop|rook] on {square} is [pinned|undefended], so I [take it|attack it] with the queen before {side} can castle.',
  'Flight {flight} leaves at {hour}:40 and the connection in {city} is too short, so I [look for|search] the next one.',
  "The unit test for `{name}` fails at line {line}. [I'll open|Opening] the file to see what it expects.",
  'Since x = {line}, the second equation gives y = {hour}; [I check|now to check] whether both satisfy the first one.',
  'The patch applied, but the build of `{name}` still complains about line {line}. I rerun it with more output.',
  'From {city} the {hour}:15 train is faster. [I select it|I choose that one] and go on to the seats.',
  'With {line} votes counted in {city}, the {side} candidate leads. I fetch the remaining districts.',
  'The chord after bar {line} should resolve to {key} major, so I [change|replace] the second voice.',
]

const values: Readonly<Record<string, readonly string[]>> = {
  square: ['c4', 'f6', 'd7', 'g5', 'e4'],
  side: ['the white', 'the black', 'the left', 'the green'],
  flight: ['QX 418', 'TL 2207', 'VM 93', 'QX 1180'],
  city: ['Trieste', 'Aarhus', 'Porto', 'Gdynia', 'Ghent'],
  name: ['parse_header', 'merge_ranges', 'render_tree', 'read_config'],
  key: ['F', 'B flat', 'E', 'A flat'],
}

/** A rationale that has nothing to do with what is being done. */
export function foreignRationale(random: Random): string {
  const slots = Object.fromEntries(Object.entries(values).map(([slot, from]) => [slot, random.pick(from)]))
  const numbers = { line: String(random.between(12, 96)), hour: String(random.between(6, 22)) }
  return say(random, lines, { ...slots, ...numbers })
}
