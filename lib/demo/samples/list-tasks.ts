import { say } from '../phrase'
import type { Random } from '../random'
import type { Topic } from './conversation'

const wishes = [
  'Write a {language} function',
  'I need a {language} function',
  'Please give me a {language} function',
  'In {language}, write a function',
]

/** A task in one of two languages: what is wanted, the code, and an example whose result was computed. */
export function inLanguage(
  random: Random,
  want: string,
  python: string,
  typescript: string,
  example: (call: 'python' | 'typescript') => string,
) {
  const inPython = random.chance(0.6)
  const language = inPython ? 'Python' : 'TypeScript'
  const code = inPython ? `\`\`\`python\n${python}\n\`\`\`` : `\`\`\`ts\n${typescript}\n\`\`\``
  const closing = say(random, ['For example, {example}.', '{example}, for instance.', 'A check: {example}.'], {
    example: example(inPython ? 'python' : 'typescript'),
  })
  return [{ user: `${say(random, wishes, { language })} ${want}.`, reply: `${code}\n\n${closing}` }]
}

const words = ['pear', 'plum', 'fig', 'kiwi', 'lime', 'date', 'quince', 'mango']
const list = (values: readonly (number | string)[]) => JSON.stringify(values).replaceAll(',', ', ')

/** Pieces of equal size. */
export const chunking: Topic = (random) => {
  const size = random.between(2, 4)
  const values = Array.from({ length: random.between(5, 9) }, () => random.between(1, 40))
  const pieces = Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  )
  const name = random.pick(['chunk', 'split_evenly', 'batches', 'pages'])
  return inLanguage(
    random,
    `\`${name}\` that cuts a list into pieces of a given size, the last one shorter if it must be`,
    `def ${name}(items, size):\n    if size < 1:\n        raise ValueError("size must be at least 1")\n    return [items[i:i + size] for i in range(0, len(items), size)]`,
    `export function ${name}<T>(items: readonly T[], size: number): T[][] {\n  if (size < 1) throw new RangeError('size must be at least 1')\n  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size))\n}`,
    () => `\`${name}(${list(values)}, ${size})\` gives \`[${pieces.map(list).join(', ')}]\``,
  )
}

/** A list turned round by some places. */
export const rotating: Topic = (random) => {
  const values = random.sample(words, random.between(4, 6))
  const places = random.between(1, 9)
  const turn = places % values.length
  const turned = [...values.slice(turn), ...values.slice(0, turn)]
  return inLanguage(
    random,
    `\`rotate(items, places)\` that moves the first ${random.pick(['elements', 'entries', 'items'])} of a list to its end, as many as asked, also when there are fewer than that`,
    'def rotate(items, places):\n    if not items:\n        return []\n    turn = places % len(items)\n    return items[turn:] + items[:turn]',
    'export function rotate<T>(items: readonly T[], places: number): T[] {\n  if (items.length === 0) return []\n  const turn = ((places % items.length) + items.length) % items.length\n  return [...items.slice(turn), ...items.slice(0, turn)]\n}',
    () => `\`rotate(${list(values)}, ${places})\` gives \`${list(turned)}\``,
  )
}

/** Means over a window. */
export const averaging: Topic = (random) => {
  const window = random.between(2, 4)
  const values = Array.from({ length: window + random.between(2, 4) }, () => random.between(1, 12) * window)
  const means = values
    .slice(window - 1)
    .map((_, i) => values.slice(i, i + window).reduce((sum, value) => sum + value, 0) / window)
  return inLanguage(
    random,
    `\`moving_average(values, window)\` in ${random.pick(['one pass', 'linear time', 'a single pass over the values'])}`,
    'def moving_average(values, window):\n    means = []\n    total = 0\n    for i, value in enumerate(values):\n        total += value\n        if i >= window:\n            total -= values[i - window]\n        if i >= window - 1:\n            means.append(total / window)\n    return means',
    'export function movingAverage(values: readonly number[], window: number): number[] {\n  const means: number[] = []\n  let total = 0\n  for (const [i, value] of values.entries()) {\n    total += value - (i >= window ? (values[i - window] ?? 0) : 0)\n    if (i >= window - 1) means.push(total / window)\n  }\n  return means\n}',
    (call) =>
      `\`${call === 'python' ? 'moving_average' : 'movingAverage'}(${list(values)}, ${window})\` gives \`${list(means.map((mean) => Math.round(mean * 100) / 100))}\``,
  )
}

/** Overlapping intervals made one. */
export const merging: Topic = (random) => {
  const start = random.between(1, 9)
  const spans = [
    [start, start + random.between(3, 6)],
    [start + 2, start + random.between(7, 10)],
    [start + 14, start + 16],
  ] as const
  const merged = [[spans[0][0], Math.max(spans[0][1], spans[1][1])], spans[2]]
  return inLanguage(
    random,
    `that merges overlapping ${random.pick(['intervals', 'time spans', 'ranges'])}, given as pairs of start and end`,
    'def merge(spans):\n    merged = []\n    for start, end in sorted(spans):\n        if merged and start <= merged[-1][1]:\n            merged[-1][1] = max(merged[-1][1], end)\n        else:\n            merged.append([start, end])\n    return merged',
    'export function merge(spans: readonly [number, number][]): [number, number][] {\n  const merged: [number, number][] = []\n  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {\n    const last = merged.at(-1)\n    if (last && start <= last[1]) last[1] = Math.max(last[1], end)\n    else merged.push([start, end])\n  }\n  return merged\n}',
    () => `\`merge([${random.shuffle(spans).map(list).join(', ')}])\` gives \`[${merged.map(list).join(', ')}]\``,
  )
}
