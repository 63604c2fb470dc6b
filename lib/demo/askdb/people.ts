import type { Random } from '../random'

const given = [
  'Ada',
  'Bruno',
  'Chiara',
  'Dmitri',
  'Elin',
  'Farid',
  'Greta',
  'Hugo',
  'Ines',
  'Jonas',
  'Katya',
  'Liam',
  'Maren',
  'Nils',
  'Oona',
  'Pavel',
  'Quentin',
  'Rosa',
  'Sami',
  'Tilda',
  'Umar',
  'Vera',
  'Wiktor',
  'Yara',
  'Zoe',
  'Amira',
  'Boris',
  'Celeste',
  'Edda',
  'Felix',
]
const family = [
  'Abel',
  'Brandt',
  'Castell',
  'Dorn',
  'Eklund',
  'Ferrand',
  'Galvez',
  'Hallam',
  'Ivarsen',
  'Jansky',
  'Keller',
  'Lindqvist',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quist',
  'Rinaldi',
  'Sorensen',
  'Tamm',
  'Ullman',
  'Varga',
  'Weiss',
  'Yildiz',
  'Zeller',
  'Aldous',
  'Bergstrom',
  'Corrigan',
  'Duval',
  'Esposito',
]

/** That many different names. */
export function people(random: Random, count: number): string[] {
  const names = new Set<string>()
  while (names.size < count) names.add(`${random.pick(given)} ${random.pick(family)}`)
  return [...names]
}

/** A day of these years, written YYYY-MM-DD. */
export function day(random: Random, from: number, to: number): string {
  const month = String(random.between(1, 12)).padStart(2, '0')
  return `${random.between(from, to)}-${month}-${String(random.between(1, 28)).padStart(2, '0')}`
}

/** The day so many days later. */
export function later(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Rows with ids from 1. */
export function rows<T extends readonly (string | number | null)[]>(count: number, make: (id: number) => T) {
  return Array.from({ length: count }, (_, i) => [i + 1, ...make(i + 1)] as const)
}
