/**
 * Hands over every string of a JSON value in its order: all of them, or those below a key. The field is a key or keys
 * with dots between them, at any depth: `value` and `conversations.value` both name what AgentInstruct's turns say.
 *
 * @returns whether the field is there at all
 */
export function eachText(value: unknown, field: string | null, take: (text: string) => void): boolean {
  if (field === null) {
    visit(value, take)
    return true
  }
  return seek(value, field.split('.'), [], take)
}

function visit(value: unknown, take: (text: string) => void): void {
  if (typeof value === 'string') take(value)
  else if (Array.isArray(value)) for (const item of value) visit(item, take)
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) visit(item, take)
}

function seek(value: unknown, field: readonly string[], path: string[], take: (text: string) => void): boolean {
  if (typeof value !== 'object' || value === null) return false
  let found = false
  if (Array.isArray(value)) for (const item of value) found = seek(item, field, path, take) || found
  else
    for (const [key, item] of Object.entries(value)) {
      path.push(key)
      const isNamed = field.every((part, at) => path[path.length - field.length + at] === part)
      if (isNamed) visit(item, take)
      found = isNamed || seek(item, field, path, take) || found
      path.pop()
    }
  return found
}
