import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { assayHome, type Env, readEnv } from '@/lib/env'

/**
 * What sessions are signed with: ASSAY_SECRET, or the secret file of ASSAY_HOME, made at its first use and readable by
 * its owner alone. Several hosts that serve one store need ASSAY_SECRET.
 */
export function sessionSecret(env: Env = readEnv()): string {
  if (env.ASSAY_SECRET) return env.ASSAY_SECRET
  const file = path.join(assayHome(env), 'secret')
  if (!existsSync(file)) makeSecret(file)
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) throw new Error(`${file} holds no secret of 32 characters: delete it, and a new one is made.`)
  return secret
}

/** Several processes may come here at once: the first one's link stands, and nobody reads a half-written file. */
function makeSecret(file: string) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    unlinkSync(draft)
  }
}
