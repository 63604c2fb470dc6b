import path from 'node:path'

/** A path as it was typed: relative to the folder of the call, which npm hides behind the project's own. */
export function givenPath(typed: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), typed)
}
