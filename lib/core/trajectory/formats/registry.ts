import { agentInstruct } from './agentinstruct'
import { assay } from './assay'
import type { Format } from './format'
import { intercode } from './intercode'
import { intercodeHuman } from './intercode-human'
import { tauBench } from './tau-bench'

/** Every format that can be imported. Detection tries them all; the order decides nothing. */
export const formats: readonly Format[] = [assay, agentInstruct, intercode, intercodeHuman, tauBench]

/** The format of that name, or null. */
export function findFormat(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null
}
