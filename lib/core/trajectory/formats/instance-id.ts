/** A SWE-bench instance and, where a suffix counts them, the attempt: owner__repo-366_17. */
export function instanceIdOf(id: string): { key: string; attempt: number | null } {
  const found = /^(.{1,200}-\d{1,9})_(\d{1,9})$/.exec(id)
  return found ? { key: found[1] ?? id, attempt: Number(found[2]) } : { key: id, attempt: null }
}
