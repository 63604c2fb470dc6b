import { InvalidArgumentError } from 'commander'

/** Reads an option that takes a whole number within bounds. */
export function integerFrom(least: number, most: number) {
  return (text: string): number => {
    const value = Number(text)
    if (!Number.isInteger(value) || value < least || value > most)
      throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`)
    return value
  }
}
