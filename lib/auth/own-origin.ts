import { trustedOrigins } from './base-url'

/** Whether a page of ours sent this. A browser always says where a change comes from; no header means no browser. */
export function isOwnOrigin(given: Pick<Headers, 'get'>): boolean {
  const origin = given.get('origin')
  return origin !== null && trustedOrigins().includes(origin)
}
