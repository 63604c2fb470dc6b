import type { Action, Gold } from '../types'

/** A gold answer of InterCode as the one action that gives it. */
export function goldOf(task: string, gold: string, origin: string): Gold {
  return { origin, actions: [actionOf(task, gold)], answer: null }
}

function actionOf(task: string, gold: string): Action {
  if (task === 'intercode-sql') return { name: 'execute', arguments: { sql: gold }, raw: gold }
  if (task === 'intercode-ctf') return { name: 'submit', arguments: { answer: gold }, raw: `submit ${gold}` }
  return { name: 'bash', arguments: { command: gold }, raw: gold }
}
