import type { Topic } from './conversation'
import { inLanguage } from './list-tasks'

const sentences = [
  'the tide comes in and the tide goes out',
  'measure twice and cut once',
  'no news is good news and no word is a word',
  'a list of lists is still a list',
  'what is rare is dear and what is dear is kept',
]
const numerals: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** The most frequent words. */
export const counting: Topic = (random) => {
  const text = random.pick(sentences)
  const count = random.between(2, 3)
  const counts = new Map<string, number>()
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
  const top = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, count)
  return inLanguage(
    random,
    `that returns the ${count} most frequent words of a text with their counts, ties in alphabetical order`,
    `from collections import Counter\n\ndef top_words(text, n=${count}):\n    counts = Counter(text.lower().split())\n    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:n]`,
    `export function topWords(text: string, n = ${count}): [string, number][] {\n  const counts = new Map<string, number>()\n  for (const word of text.toLowerCase().split(/\\s+/)) counts.set(word, (counts.get(word) ?? 0) + 1)\n  return [...counts].sort(([a, x], [b, y]) => y - x || a.localeCompare(b)).slice(0, n)\n}`,
    () => `for "${text}" it gives ${top.map(([word, times]) => `${word} (${times})`).join(', ')}`,
  )
}

function roman(value: number): string {
  let left = value
  let text = ''
  for (const [worth, sign] of numerals) {
    while (left >= worth) {
      text += sign
      left -= worth
    }
  }
  return text
}

/** Roman numerals. */
export const numbering: Topic = (random) => {
  const value = random.between(14, 3999)
  return inLanguage(
    random,
    `that writes a number from 1 to 3999 ${random.pick(['as a Roman numeral', 'in Roman numerals'])}`,
    'SIGNS = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),\n         (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]\n\ndef roman(value):\n    text = ""\n    for worth, sign in SIGNS:\n        text += sign * (value // worth)\n        value %= worth\n    return text',
    "const signs = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],\n  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']] as const\n\nexport function roman(value: number): string {\n  let text = ''\n  for (const [worth, sign] of signs) {\n    text += sign.repeat(Math.floor(value / worth))\n    value %= worth\n  }\n  return text\n}",
    () => `\`roman(${value})\` is \`"${roman(value)}"\``,
  )
}

/** Runs of letters and their lengths. */
export const encoding: Topic = (random) => {
  const runs = Array.from({ length: random.between(3, 5) }, (_, i) => ({
    letter: 'abxyz'[(i + random.between(0, 1) * 2) % 5] ?? 'a',
    times: random.between(1, 5),
  }))
  const text = runs.map(({ letter, times }) => letter.repeat(times)).join('')
  const encoded = [...text.matchAll(/(.)\1*/g)].map(([run, letter = '']) => `${letter}${run.length}`).join('')
  return inLanguage(
    random,
    `for run-length encoding: ${random.pick(['each run of the same letter becomes the letter and its length', 'runs of equal characters are written as the character and how often it comes'])}`,
    'from itertools import groupby\n\ndef encode(text):\n    return "".join(f"{letter}{len(list(run))}" for letter, run in groupby(text))',
    'export function encode(text: string): string {\n  return text.replace(/(.)\\1*/gs, (run, letter: string) => letter + run.length)\n}',
    () => `\`encode("${text}")\` is \`"${encoded}"\``,
  )
}

/** A length of time as text, in minutes. */
export const parsing: Topic = (random) => {
  const [hours, minutes] = [random.between(1, 9), random.between(1, 59)]
  const text = random.pick([`${hours}h ${minutes}m`, `${hours}h${minutes}m`])
  return inLanguage(
    random,
    `that turns a text like "${text}" into minutes and ${random.pick(['raises an error', 'fails'])} for anything else`,
    'import re\n\ndef minutes(text):\n    match = re.fullmatch(r"(?:(\\d+)h)?\\s*(?:(\\d+)m)?", text.strip())\n    if not match or not any(match.groups()):\n        raise ValueError(f"not a duration: {text!r}")\n    hours, rest = (int(part or 0) for part in match.groups())\n    return hours * 60 + rest',
    'export function minutes(text: string): number {\n  const match = /^(?:(\\d+)h)?\\s*(?:(\\d+)m)?$/.exec(text.trim())\n  if (!match || (!match[1] && !match[2])) throw new Error("not a duration: " + text)\n  return Number(match[1] ?? 0) * 60 + Number(match[2] ?? 0)\n}',
    () => `\`minutes("${text}")\` is ${hours * 60 + minutes}`,
  )
}

/** Whether brackets match. */
export const balancing: Topic = (random) => {
  const good = random.pick(['[(a + b) * {c}]', '({}[])', 'f(x[i], {k: (v)})', '[[1, 2], (3)]'])
  const bad = random.pick(['[(])', '(()', '{[}]', ')('])
  return inLanguage(
    random,
    `that tells whether the brackets (), [] and {} of a text ${random.pick(['are balanced', 'match', 'open and close in the right order'])}`,
    'PAIRS = {")": "(", "]": "[", "}": "{"}\n\ndef balanced(text):\n    stack = []\n    for char in text:\n        if char in "([{":\n            stack.append(char)\n        elif char in PAIRS and (not stack or stack.pop() != PAIRS[char]):\n            return False\n    return not stack',
    "const pairs = new Map([[')', '('], [']', '['], ['}', '{']])\n\nexport function balanced(text: string): boolean {\n  const stack: string[] = []\n  for (const char of text) {\n    if ('([{'.includes(char)) stack.push(char)\n    else if (pairs.has(char) && stack.pop() !== pairs.get(char)) return false\n  }\n  return stack.length === 0\n}",
    () => `\`${good}\` is balanced, \`${bad}\` is not`,
  )
}
