/**
 * Cookies know hosts and no ports: two Assays on one machine would sign each other's people out. So on loopback the
 * port is part of the name.
 */
export function cookiePrefix(baseUrl: string): string {
  const { hostname, port } = new URL(baseUrl)
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname) ? `assay-${port || '80'}` : 'assay'
}
