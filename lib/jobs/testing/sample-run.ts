import type { AssayRecord } from '@/lib/core/trajectory/formats/assay'

/** A small run in the interchange format, for tests to vary. */
export function sampleRun(number: number, change: Partial<AssayRecord> = {}): AssayRecord {
  const gold = [{ name: 'execute', arguments: { sql: `SELECT ${number}` }, raw: `SELECT ${number}` }]
  return {
    format: 'assay/1',
    externalId: `run-${number}`,
    task: 'dbbench',
    model: 'model-a',
    rewardFinal: number % 2,
    rewardMax: 1,
    rewardOrigin: 'recorded',
    preamble: [{ role: 'user', content: 'You answer questions with SQL.' }],
    instance: {
      key: `problem-${number}`,
      instruction: `How many are there, ${number}?`,
      gold: [{ origin: 'record', actions: gold, answer: String(number) }],
    },
    steps: [
      {
        turn: 1,
        rationale: 'I count them.',
        action: { name: 'execute', arguments: { sql: `SELECT ${number}` }, raw: `SELECT ${number}` },
        actionKind: 'act',
        observation: `[(${number},)]`,
        observationKind: 'environment',
      },
    ],
    ...change,
  }
}

/** So many of them, one a line. */
export function sampleLines(count: number, change: (number: number) => Partial<AssayRecord> = () => ({})): string {
  return Array.from({ length: count }, (_, at) => `${JSON.stringify(sampleRun(at, change(at)))}\n`).join('')
}
