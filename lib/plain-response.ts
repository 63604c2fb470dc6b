/**
 * Imported text as a response. It is hostile: never sniffed, never rendered, never run, even when its address is opened
 * by itself.
 */
export function plainResponse(text: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
    },
  })
}
