/** PostgreSQL's classes of trouble that pass: connection lost, out of resources, shutting down, transaction undone. */
const PASSING = /^(08|53|57P|40)/
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const LOST = /Connection terminated|connection timeout|server closed the connection|Client has encountered/i

/** Whether the same step may succeed if it is tried again: the database was away, or two transactions collided. */
export function retryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return PASSING.test(code) || NETWORK.has(code) || LOST.test(error.message)
}
