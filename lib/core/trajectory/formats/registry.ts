import { assay } from './assay'
import type { Format } from './format'

/** Every format that can be imported. Detection tries them all; the order decides nothing. */
export const formats: readonly Format[] = [assay]

/** The format of that name, or null. */
export function findFormat(name: string): Format | null {
  return formats.find((format) => format.name === name) ?? null
}
