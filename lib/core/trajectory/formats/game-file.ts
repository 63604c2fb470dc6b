/** An ALFWorld game by its file: the task's folder and the trial, wherever the data lies. */
export function gameOf(path: string): string {
  const parts = path
    .split(/[\\/]/)
    .filter((part) => part !== '' && !part.endsWith('.tw-pddl') && !part.endsWith('.json'))
  return parts.slice(-2).join('/')
}
