import { say } from '../phrase'
import type { Topic } from './conversation'

const trips: readonly (readonly [string, readonly string[]])[] = [
  [
    'a weekend by the sea',
    [
      'a windproof jacket',
      'swimwear',
      'a towel that dries quickly',
      'sun cream',
      'a book',
      'sandals',
      'a thermos flask',
    ],
  ],
  [
    'three days of hiking',
    [
      'worn-in boots',
      'blister plasters',
      'a map that needs no battery',
      'two pairs of socks',
      'a rain jacket',
      'a head torch',
      'snacks',
    ],
  ],
  [
    'a conference in another city',
    [
      'your badge and tickets',
      'a charger',
      'business cards',
      'one good jacket',
      'comfortable shoes',
      'a notebook',
      'earplugs',
    ],
  ],
  [
    'a week of camping with children',
    [
      'a spare set of clothes each',
      'wet wipes',
      'a first-aid kit',
      'playing cards',
      'a torch per person',
      'a washing line',
      'warm hats',
    ],
  ],
  [
    'a winter city break',
    [
      'gloves',
      'a scarf',
      'shoes that stand slush',
      'lip balm',
      'an umbrella',
      'a day ticket for the tram',
      'a warm layer for the evening',
    ],
  ],
]

/** What to pack. */
export const packing: Topic = (random) => {
  const [where, things] = random.pick(trips)
  const most = random.between(4, 6)
  const chosen = random.sample(things, most)
  return [
    {
      user: say(
        random,
        [
          'What should I pack for {where}? [At most {most} things.|Just the {most} most important things.]',
          'Give me a packing list with {most} items for {where}.',
        ],
        { where, most: String(most) },
      ),
      reply: `For ${where}:\n\n${chosen.map((thing) => `- ${thing}`).join('\n')}`,
    },
    {
      user: random.pick(['If I could only take two of these?', 'Which two matter most?']),
      reply: `Then ${chosen[0]} and ${chosen[1]}: the others can be borrowed or bought on the way.`,
    },
  ]
}

const subjects = [
  'vocabulary',
  'statistics',
  'music theory',
  'anatomy',
  'contract law',
  'geometry',
  'Spanish verbs',
  'organic chemistry',
]

/** A plan of study that uses exactly the hours there are. */
export const studying: Topic = (random) => {
  const [first = '', second = ''] = random.sample(subjects, 2)
  const hours = random.between(6, 14)
  const share = Math.ceil(hours / 2)
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday']
  const slots = Array.from({ length: hours }, (_, i) => (i < share ? first : second))
  const perDay = Math.ceil(hours / days.length)
  const lines = days
    .map((day, i) => ({ day, work: slots.slice(i * perDay, (i + 1) * perDay) }))
    .filter(({ work }) => work.length > 0)
  const described = lines.map(
    ({ day, work }) =>
      `- ${day}: ${[...new Set(work)].map((what) => `${work.filter((each) => each === what).length} h ${what}`).join(', ')}`,
  )
  return [
    {
      user: say(
        random,
        [
          'I have {hours} hours from Monday to Friday for {first} and {second}. [Make me a plan.|How should I divide them?]',
          'Plan {hours} hours of study over five days: {first} and {second}, about half each.',
        ],
        { hours: String(hours), first, second },
      ),
      reply: `${described.join('\n')}\n\nThat is ${share} h of ${first} and ${hours - share} h of ${second}.`,
    },
  ]
}

const rivals: readonly (readonly [string, string, string, string])[] = [
  [
    'a tent',
    'a camper van',
    'cheaper and lighter, and it goes where no road goes',
    'drier, quicker in the evening, and it keeps what you own in one place',
  ],
  ['a mechanical keyboard', 'a membrane keyboard', 'precise and easy to repair', 'quiet, flat and cheap'],
  [
    'a paper calendar',
    'a calendar app',
    'always visible and never out of battery',
    'shared with others, and it reminds you',
  ],
  [
    'renting',
    'buying a flat',
    'free to move, and somebody else mends the roof',
    'no landlord, and what you pay stays yours',
  ],
  ['a bicycle', 'an electric bicycle', 'light and simple', 'hills and headwind hardly matter'],
  ['filter coffee', 'espresso', 'mild, and enough for everyone', 'strong, quick and small'],
]

/** Two things weighed against each other. */
export const weighing: Topic = (random) => {
  const [a, b, forA, forB] = random.pick(rivals)
  const need = random.pick([
    'I have little money',
    'I am often away',
    'I want as little fuss as possible',
    'I share it with two others',
  ])
  return [
    {
      user: say(
        random,
        [
          '{cap a} or {b}? {need}.',
          'What speaks for {a} and what for {b}? {need}.',
          '{need}. Would you rather recommend {a} or {b}?',
        ],
        { a, b, need },
      ),
      reply: say(
        random,
        [
          'For {a}: {forA}.\n\nFor {b}: {forB}.\n\n[As you say|Since] "{need}", I would ask what you use it for most days, and choose by that.',
          '**{cap a}** is {forA}. **{cap b}** is {forB}. [Neither is wrong|Both are fine]; the days on which you use it most should decide.',
        ],
        { a, b, forA, forB, need },
      ),
    },
  ]
}
