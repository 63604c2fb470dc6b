import type { Completeness } from '../types'

/** Nothing of what the model was shown is missing. */
export const complete: Completeness = {
  prompt: 'present',
  menu: 'present',
  images: 'present',
  earlierTurns: 'present',
}

/** Nobody can say what is missing. */
export const undeclared: Completeness = {
  prompt: 'unknown',
  menu: 'unknown',
  images: 'unknown',
  earlierTurns: 'unknown',
}

/** What conversations of a task hold where the record is the whole conversation. */
export function ofConversation(task: string): Completeness {
  // ALFWorld's prompt promises a list of actions in every turn that the records do not hold.
  if (task === 'alfworld') return { ...complete, menu: 'missing' }
  // A step of Mind2Web lists the actions before it, and shows a part of the page without its picture.
  return task === 'mind2web' ? { ...complete, images: 'missing' } : complete
}
