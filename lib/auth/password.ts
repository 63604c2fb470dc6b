import { hashPassword, verifyPassword } from 'better-auth/crypto'

/** scrypt, as better-auth keeps it: salt and key in hex. */
export { hashPassword }

/** Whether this is the password behind the hash. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  return verifyPassword({ hash, password })
}
