import { z } from 'zod'

const PART_BYTES = 4 * 1024 * 1024
const TRIES = 6

const begun = z.object({ id: z.string() })
const progressed = z.object({ received: z.number() })
const refused = z.object({ error: z.string() })

/** An upload that the server would not take, in its own words. */
export class SendProblem extends Error {
  override name = 'SendProblem'
}

/**
 * Sends a file in parts, each with its sha256 where the browser can compute one. A part that does not get through is
 * tried again, from where the server says the upload ends.
 *
 * @returns the id of the upload
 * @throws SendProblem with what the server said, or that it could not be reached
 */
export async function sendFile(file: File, onProgress: (sent: number) => void, signal: AbortSignal): Promise<string> {
  const announced = await fetch('/sources/upload', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: file.name, bytes: file.size }),
    signal,
  })
  if (!announced.ok) throw new SendProblem(await reasonOf(announced))
  const { id } = begun.parse(await announced.json())
  for (let sent = 0; sent < file.size; onProgress(sent)) sent = await sendPart(id, file, sent, signal)
  return id
}

async function sendPart(id: string, file: File, offset: number, signal: AbortSignal): Promise<number> {
  let problem = 'the server could not be reached'
  let from = offset
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const part = file.slice(from, from + PART_BYTES)
    const response = await put(id, part, from, signal).catch((error: unknown) => {
      if (signal.aborted) throw error
      return null
    })
    if (response?.ok) return progressed.parse(await response.json()).received
    if (response) problem = await reasonOf(response)
    if (response && ![409, 422, 500, 502, 503, 504].includes(response.status)) break
    await new Promise((resolve) => setTimeout(resolve, 250 * 2 ** attempt))
    from = await receivedOf(id, from)
  }
  throw new SendProblem(`${file.name} did not arrive: ${problem}`)
}

async function put(id: string, part: Blob, offset: number, signal: AbortSignal): Promise<Response> {
  const sha256 = await sha256Of(part)
  const headers = { 'upload-offset': String(offset), ...(sha256 === null ? {} : { 'part-sha256': sha256 }) }
  return fetch(`/sources/upload/${id}`, { method: 'PUT', headers, body: part, signal })
}

/** A browser offers it on https and on this machine only. */
async function sha256Of(part: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null
  const digest = await crypto.subtle.digest('SHA-256', await part.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function receivedOf(id: string, otherwise: number): Promise<number> {
  const response = await fetch(`/sources/upload/${id}`).catch(() => null)
  if (!response?.ok) return otherwise
  return progressed.parse(await response.json()).received
}

async function reasonOf(response: Response): Promise<string> {
  const said = refused.safeParse(await response.json().catch(() => null))
  return said.success ? said.data.error : `the server answered ${response.status}`
}
