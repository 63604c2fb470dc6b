import { say } from '../phrase'
import type { Topic } from './conversation'

const round = (value: number, digits: number) => String(Math.round(value * 10 ** digits) / 10 ** digits)

/** Units, converted with the factor shown. */
export const converting: Topic = (random) => {
  const [from, to, factor] = random.pick([
    ['kilometres', 'miles', 0.621371],
    ['miles', 'kilometres', 1.609344],
    ['kilograms', 'pounds', 2.204623],
    ['litres', 'US gallons', 0.264172],
    ['inches', 'centimetres', 2.54],
    ['feet', 'metres', 0.3048],
  ] as const)
  const amount = random.between(2, 480)
  const slots = { amount: String(amount), from, to, factor: String(factor), result: round(amount * factor, 2) }
  return [
    {
      user: say(
        random,
        [
          'Convert {amount} {from} to {to}[, please|].',
          'What are {amount} {from} in {to}?',
          '{amount} {from}: [how many {to} is that|in {to}, please]?',
        ],
        slots,
      ).replace('please?', 'please.'),
      reply: say(
        random,
        [
          '{amount} {from} are about {result} {to} ({amount} × {factor}).',
          'About {result} {to}: multiply {amount} by {factor}.',
        ],
        slots,
      ),
    },
  ]
}

/** A recipe for another number of people. */
export const scaling: Topic = (random) => {
  const [dish, parts] = random.pick([
    [
      'lentil soup',
      [
        ['red lentils', 250, 'g'],
        ['carrots', 2, ''],
        ['stock', 1, 'l'],
        ['cumin', 1, 'tsp'],
      ],
    ],
    [
      'pancakes',
      [
        ['flour', 200, 'g'],
        ['milk', 300, 'ml'],
        ['eggs', 2, ''],
        ['butter', 30, 'g'],
      ],
    ],
    [
      'risotto',
      [
        ['rice', 320, 'g'],
        ['stock', 1.2, 'l'],
        ['white wine', 100, 'ml'],
        ['parmesan', 80, 'g'],
      ],
    ],
    [
      'shortcrust pastry',
      [
        ['flour', 300, 'g'],
        ['butter', 150, 'g'],
        ['egg yolks', 1, ''],
        ['sugar', 60, 'g'],
      ],
    ],
  ] as const)
  const base = 4
  const [people = 6] = random.sample([2, 3, 6, 8, 10, 12], 1)
  const line = ([what, amount, unit]: readonly [string, number, string], times: number) =>
    `- ${round(amount * times, 2)}${unit ? ` ${unit}` : ''} ${what}`
  const list = parts.map((part) => line(part, 1)).join('\n')
  const scaled = parts.map((part) => line(part, people / base)).join('\n')
  return [
    {
      user: `${say(random, ['My recipe for {dish} serves {base}. [What do I need|How much is it] for {people}?', 'I am cooking {dish} for {people}, but this is for {base}. Can you adjust it?'], { dish, base: String(base), people: String(people) })}\n\n${list}`,
      reply: `Everything times ${round(people / base, 2)}, so for ${people} people:\n\n${scaled}${people > 8 ? '\n\nFor that many you will want a second pan.' : ''}`,
    },
  ]
}

/** A word problem with its solution, step by step. */
export const reckoning: Topic = (random) => {
  const [boxes, each, given] = [random.between(3, 14), random.between(6, 36), random.between(5, 30)]
  const left = boxes * each - given
  const groups = random.between(2, 9)
  const slots = {
    boxes: String(boxes),
    each: String(each),
    given: String(given),
    total: String(boxes * each),
    left: String(left),
    groups: String(groups),
    share: String(Math.floor(left / groups)),
    rest: String(left % groups),
    thing: random.pick(['apples', 'pencils', 'tiles', 'postcards', 'bulbs', 'tickets']),
    name: random.pick(['Nadia', 'Oskar', 'Mei', 'Paul', 'Zeynep']),
  }
  return [
    {
      user: say(
        random,
        [
          '{name} has {boxes} boxes with {each} {thing} each and gives away {given}. The rest is divided evenly into {groups} bags. How many {thing} are in a bag, and how many are left over?',
          'There are {boxes} boxes of {each} {thing}. {name} takes {given} out and puts the others into {groups} equal bags. How many go into each, and is there a rest?',
        ],
        slots,
      ),
      reply: say(
        random,
        [
          '1. All together: {boxes} × {each} = {total} {thing}.\n2. After giving away: {total} − {given} = {left}.\n3. Into bags: {left} ÷ {groups} = {share}, rest {rest}.\n\nSo {share} in each bag and {rest} left over.',
          'First {boxes} × {each} = {total}, then {total} − {given} = {left}. Divided by {groups} that is {share} with {rest} left over.\n\n**{share} {thing} a bag, {rest} over.**',
        ],
        slots,
      ),
    },
  ]
}

/** What day of the week a date is. */
export const dating: Topic = (random) => {
  const date = new Date(Date.UTC(random.between(1990, 2039), random.between(0, 11), random.between(1, 28)))
  const written = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  const weekday = date.toLocaleDateString('en-GB', { weekday: 'long', timeZone: 'UTC' })
  const [weeks, days] = [random.between(2, 30), random.between(1, 6)]
  const after = new Date(date.getTime() + (weeks * 7 + days) * 86_400_000)
  const then = after.toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const slots = { written, weekday, weeks: String(weeks), days: String(days), then, sum: String(weeks * 7 + days) }
  return [
    {
      user: say(random, ['[Which|What] day of the week is {written}?', 'Is {written} a weekend?'], slots),
      reply: say(random, ['{written} is a {weekday}.', 'It is a {weekday}.'], slots),
    },
    {
      user: say(
        random,
        ['And {weeks} weeks and {days} days later?', 'What date is it {weeks} weeks and {days} days after that?'],
        slots,
      ),
      reply: say(
        random,
        ['That is {then} ({sum} days on).', '{then}: {weeks} weeks keep the weekday, and {days} more days move it on.'],
        slots,
      ),
    },
  ]
}
