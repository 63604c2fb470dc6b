/** Something the person at the terminal can put right: its message says what is wrong and what to do. Shown without a stack. */
export class Failure extends Error {
  override name = 'Failure'
}

/** A command that was called in a way it does not understand: exit code 2. */
export class Misuse extends Failure {
  override name = 'Misuse'
}

/** The sentence of an error, whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** The code of a system or database error (ENOENT, 28P01), or null. */
export function codeOf(error: unknown): string | null {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
