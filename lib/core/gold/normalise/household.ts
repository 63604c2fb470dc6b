import type { Action } from '@/lib/core/trajectory/types'
import type { Normaliser } from './normaliser'
import { collapse } from './plain'

/** How the household worlds write what they do, longest first, and the one word for each. */
const verbs: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(?:go to|goto location|goto|walk to|move to)\b/, 'go to'],
  [/^(?:pick up|pickup object|take|grab|get)\b/, 'take'],
  [/^(?:put down|put object|put|place|move|insert)\b/, 'put'],
  [/^(?:turn on|toggle object|toggle|switch on|use)\b/, 'use'],
  [/^(?:heat object|heat)\b/, 'heat'],
  [/^(?:cool object|cool)\b/, 'cool'],
  [/^(?:clean object|clean|rinse|wash)\b/, 'clean'],
  [/^(?:slice object|slice|cut)\b/, 'slice'],
  [/^(?:examine|look at|inspect)\b/, 'examine'],
  [/^open\b/, 'open'],
  [/^close\b/, 'close'],
  [/^inventory\b/, 'inventory'],
  [/^look\b/, 'look'],
]

const places = /\b(?:in\/on|in or on|into|onto|inside|in|on|to)\b/

/** The command as one lower-case line, without instance numbers: "mug 1" and "mug_2" are both of the class mug. */
function command(text: string): string {
  const line = collapse(text.replace(/^\s*action:\s*/i, '').replace(/([a-z])([A-Z])/g, '$1 $2')).toLowerCase()
  return collapse(line.replace(/[ _]\d+\b/g, '').replace(/[.!]+$/, ''))
}

/** The text that holds the verb: as written, or else name and arguments, for gold that is not written as a command. */
function written(action: Action): string {
  const raw = command(action.raw)
  if (verbs.some(([pattern]) => pattern.test(raw))) return raw
  const values = Object.values(action.arguments).map((value) => (typeof value === 'string' ? value : ''))
  return command([action.name, ...values].join(' '))
}

/** Household text worlds: verb and object classes, whichever instance was taken. */
export const household: Normaliser = {
  normalise: (action) => {
    const line = written(action)
    const verb = verbs.find(([pattern]) => pattern.test(line))
    const name = verb ? verb[1] : (line.split(' ', 1)[0] ?? '')
    const rest = collapse(verb ? line.replace(verb[0], '') : line.slice(name.length))
    const objects = name === 'put' ? rest.replace(places, 'in/on') : rest
    return {
      name,
      key: collapse(`${name} ${objects}`),
      arguments: { objects },
      features: objects.split(' '),
      changesState: name === 'look' || name === 'inventory' || name === 'examine' || name === 'go to' ? false : null,
    }
  },
  folds: [
    'Objects are compared by class: mug 1 and mug 2 are both a mug.',
    'Upper and lower case and runs of white space do not count.',
    'put and move, in/on and to, take and pick up count as the same.',
  ],
}
