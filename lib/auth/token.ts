import { createHash, randomBytes, randomInt } from 'node:crypto'
import { baseUrl } from './base-url'

/** 256 random bits for a link that is shown once. The store keeps its hash alone. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

/** SHA-256 in hex. A token has 256 bits of its own, so a slow hash would add nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

// Without 0 O 1 l I, which are misread on paper.
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password that nobody chose: five groups of four, 115 bits. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('')
  return Array.from({ length: 5 }, group).join('-')
}

/** Where the bearer of the token chooses a password. */
export function invitationLink(token: string): string {
  return `${baseUrl()}/invitation?token=${token}`
}
