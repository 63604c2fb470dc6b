const HERE = 'http://here.invalid'

/**
 * Where to go after sign-in: a path on this server with its query, whatever was asked for. Anything that a browser
 * would read as another host ("//host", "/\host", "https://…" of somebody else) loses its host or becomes "/".
 */
export function returnPath(asked: string | null | undefined): string {
  if (!asked || !URL.canParse(asked, HERE)) return '/'
  const url = new URL(asked, HERE)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return '/'
  url.searchParams.delete('_rsc')
  const path = url.pathname.replace(/^[/\\]+/, '/')
  const isEntrance = ['/login', '/setup', '/invitation', '/api'].some(
    (one) => path === one || path.startsWith(`${one}/`),
  )
  return isEntrance ? '/' : `${path}${url.search}`
}
