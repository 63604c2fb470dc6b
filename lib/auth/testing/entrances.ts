const names = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** "(group)/review/[id]/page.tsx" is at /review/[id]. */
function addressOf(file: string): string {
  const folders = file.split(/[\\/]/).slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}

/**
 * What of a file under app/ can be asked for over HTTP, as lib/auth/guarded.ts names it.
 *
 * @throws Error naming the file, where something could be asked for in a way this does not understand
 */
export function found(file: string, text: string): string[] {
  const address = addressOf(file)
  const refuse = (what: string) => new Error(`app/${file}: ${what}`)
  if (/^export (\{|\*)/m.test(text)) throw refuse('write each export where it is defined')

  const serves = /(['"])use server\1/.test(text)
  if (serves && !/^(['"])use server\1/.test(text)) throw refuse('write actions in actions.ts')
  if (serves) {
    const actions = names(text, /^export (?:async function|const) (\w+)/gm)
    return actions.map((name) => `action ${address} ${name}`)
  }
  const base = file.split(/[\\/]/).at(-1) ?? ''
  if (/^page\.tsx?$/.test(base)) return [`page ${address}`]
  if (!/^route\.tsx?$/.test(base)) return []
  const methods = names(text, /^export (?:async function|function|const) (GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/gm)
  if (methods.length === 0) throw refuse('no method found')
  return methods.map((method) => `route ${method} ${address}`)
}
