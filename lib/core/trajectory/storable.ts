import { escapeJson, escapeText } from './escape'
import type { Action, Gold, Instance, ParsedTrajectory, PreambleMessage, Step } from './types'

// What a record's text holds before anything in it can become unstorable: an escape of U+0000 or of a surrogate, U+241B
// or an escape of it, or U+0000 itself. JSON inside a JSON string writes the same letters after more backslashes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what has to be found
const suspicious = /\\u0000|\\u[dD][89a-fA-F]|\\u241[bB]|[\u0000\u241b]/

/** Whether a record with this text may hold strings that have to be escaped. False means that none does. */
export function maySpoil(text: string): boolean {
  return suspicious.test(text)
}

/** The trajectory with every string as it can be stored: see escapeText. */
export function storable(parsed: ParsedTrajectory): ParsedTrajectory {
  return {
    ...parsed,
    externalId: escapeText(parsed.externalId),
    task: escapeText(parsed.task),
    model: orNull(parsed.model),
    preamble: parsed.preamble.map(message),
    instance: instance(parsed.instance),
    steps: parsed.steps.map(step),
  }
}

function instance(given: Instance): Instance {
  return {
    key: escapeText(given.key),
    groupKey: orNull(given.groupKey),
    clusterKey: orNull(given.clusterKey),
    instruction: escapeText(given.instruction),
    difficulty: orNull(given.difficulty),
    split: orNull(given.split),
    gold: given.gold.map(storableGold),
  }
}

/** A gold sequence with every string as it can be stored. */
export function storableGold(given: Gold): Gold {
  return { origin: escapeText(given.origin), actions: given.actions.map(action), answer: orNull(given.answer) }
}

function step(given: Step): Step {
  return {
    ...given,
    rationale: orNull(given.rationale),
    action: given.action === null ? null : action(given.action),
    observation: orNull(given.observation),
  }
}

function action(given: Action): Action {
  return { name: escapeText(given.name), arguments: escapeJson(given.arguments), raw: escapeText(given.raw) }
}

function message(given: PreambleMessage): PreambleMessage {
  return { ...given, role: escapeText(given.role), content: escapeText(given.content) }
}

function orNull(text: string | null): string | null {
  return text === null ? null : escapeText(text)
}
