import { listed, say } from '../phrase'
import type { Topic } from './conversation'

const blunt: readonly (readonly [string, string, string])[] = [
  [
    'You sent me the wrong file again.',
    'Could you check the file once more? I believe it is an earlier version.',
    'I think this is an older version of the file.',
  ],
  [
    'This makes no sense.',
    'Could you explain what you mean by this part? I cannot follow it yet.',
    'I do not follow this part.',
  ],
  [
    'Why is it so late?',
    'Could you tell me when I may expect it, and whether anything is holding it up?',
    'When can I expect it?',
  ],
  [
    'I will not do that.',
    'I am afraid I cannot take this on; perhaps we can find another way.',
    'I cannot take this on.',
  ],
  [
    'You are wrong about the numbers.',
    'I arrive at other numbers. Could we compare our calculations?',
    'My numbers differ from yours.',
  ],
  ['Nobody told me.', 'I had not heard of this yet. Could you include me next time?', 'This is new to me.'],
  ['Stop calling me.', 'I would prefer to be reached by e-mail from now on.', 'Please write instead of calling.'],
  [
    'Your price is too high.',
    'The price is above what we have planned. Is there any room to move?',
    'It is more than we have planned.',
  ],
]

/** A sentence said more kindly, or more plainly. */
export const softening: Topic = (random) => {
  const [said, kind, plain] = random.pick(blunt)
  const exchange = {
    user: say(
      random,
      [
        '[Make this more polite|Rephrase this politely|How can I say this more kindly]: "{said}"',
        'Say it nicer: "{said}"',
      ],
      { said },
    ),
    reply: kind,
  }
  return random.chance(0.4)
    ? [
        exchange,
        { user: random.pick(['A little too soft. Neutral, please.', 'And without the padding?']), reply: plain },
      ]
    : [exchange]
}

const words = [
  'lantern',
  'orbit',
  'maple',
  'quartz',
  'velvet',
  'harbour',
  'cinder',
  'thistle',
  'willow',
  'pebble',
  'ember',
  'falcon',
  'meadow',
  'saddle',
  'copper',
  'violin',
  'anchor',
  'jigsaw',
  'nectar',
  'ribbon',
]

/** Words in order, with a count of something. */
export const sorting: Topic = (random) => {
  const chosen = random.sample(words, random.between(5, 9))
  const letter = random.pick([...'aeirlno'])
  const holding = chosen.filter((word) => word.includes(letter))
  const count = holding.length
  return [
    {
      user: say(
        random,
        [
          'Sort these alphabetically: {list}.',
          '[Put these words in alphabetical order|Alphabetical order, please]: {list}',
        ],
        { list: chosen.join(', ') },
      ),
      reply: chosen.toSorted().join(', '),
    },
    {
      user: `How many of them contain the letter "${letter}"?`,
      reply: count === 0 ? 'None of them.' : `${count === 1 ? 'One' : String(count)}: ${listed(holding.toSorted())}.`,
    },
  ]
}

const concepts: readonly (readonly [string, string, string])[] = [
  [
    'compound interest',
    'interest is paid on earlier interest too, so the sum grows faster every year',
    'a snowball that picks up more snow the bigger it gets',
  ],
  [
    'a checksum',
    'a short number worked out from data, so that a change in the data shows',
    'counting the pages of a book before and after lending it',
  ],
  [
    'photosynthesis',
    'plants use light to turn water and carbon dioxide into sugar and oxygen',
    'a kitchen that runs on sunlight',
  ],
  [
    'a cache',
    'a small, quick place for things that will be needed again',
    'keeping the salt on the table and not in the cellar',
  ],
  ['inflation', 'the same money buys less than before because prices rise', 'a ruler whose centimetres slowly shrink'],
  [
    'a control group',
    'people in a study who do not get the treatment, so that there is something to compare with',
    'baking one loaf without the new yeast',
  ],
  [
    'a hash function',
    'it turns any text into a short code that always comes out the same',
    'a fingerprint: short, and hard to trace back to the whole person',
  ],
  ['tides', 'the pull of the moon and the sun raises and lowers the sea', 'water in a tub that someone tilts slowly'],
  ['recursion', 'something is defined by a smaller version of itself until it is trivial', 'a set of nesting dolls'],
  [
    'opportunity cost',
    'what you give up by choosing one thing over the next best',
    'the film you miss by going to the concert',
  ],
  [
    'herd immunity',
    'a disease cannot spread when enough people cannot catch it',
    'a fire that dies because the trees stand too far apart',
  ],
  [
    'entropy',
    'a measure of how many ways the parts could be arranged without looking different',
    'a desk: there are many more untidy states than tidy ones',
  ],
]

/** A concept for someone who has never heard of it. */
export const explaining: Topic = (random) => {
  const [what, meaning, likeness] = random.pick(concepts)
  const who = random.pick([
    'a ten-year-old',
    'someone without any background',
    'my grandfather',
    'a new colleague',
    'a curious teenager',
  ])
  const exchange = {
    user: say(
      random,
      [
        'Explain {what} to {who}.',
        'How would you explain {what} to {who}[ in two sentences|]?',
        'What is {what}? [Simple words, please.|Keep it simple.]',
      ],
      { what, who },
    ),
    reply: say(
      random,
      ['[In short|Put simply], {meaning}. Think of {likeness}.', '{cap meaning}. Picture {likeness}.'],
      { meaning, likeness },
    ),
  }
  const again = {
    user: random.pick(['Where does the comparison stop working?', 'Is that comparison exact?']),
    reply: `No comparison is exact: ${likeness} only shows the main idea, that ${meaning}. The details of ${what} are another matter.`,
  }
  return random.chance(0.35) ? [exchange, again] : [exchange]
}
