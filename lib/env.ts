import path from 'node:path'
import { z } from 'zod'

const schema = z.object({
  /** Where the embedded store, uploads and logs live. Relative paths resolve against the folder of the call. */
  ASSAY_HOME: z.string().min(1).default('.assay'),
  /** The application's own connection. Set by `up` for its children; set by an operator for another PostgreSQL. */
  DATABASE_URL: z.string().min(1).optional(),
  /** The owner of the tables, where the application logs in as a lesser role. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  /** Logs model-written SQL in as a role that owns nothing else; unset: that environment is off. */
  SANDBOX_DATABASE_URL: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The address people type, where it differs from http://HOST:PORT (a reverse proxy). */
  ASSAY_URL: z.url().optional(),
  /** Signs sessions; at least 32 characters. Made once and kept in ASSAY_HOME where unset. */
  ASSAY_SECRET: z.string().min(32).optional(),
  /** Comma-separated addresses whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.string().default(''),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What the sign-in button says. */
  OIDC_NAME: z.string().min(1).default('single sign-on'),
  /** The role of somebody whom the provider knows and Assay does not; unset: only invited people come in. */
  OIDC_DEFAULT_ROLE: z.enum(['annotator', 'lead', 'researcher']).optional(),
  /** Names this start, so that another one recognises it. Set by `up` for its web server. */
  ASSAY_INSTANCE: z.string().default(''),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export type Env = z.infer<typeof schema>

/**
 * The environment, read at the moment of the call: never at import time, so that no static page bakes it in.
 *
 * @throws Error naming the variable and what it must be
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not usable. ${problems.join('; ')}`)
}

/** The folder of the embedded store and of uploads, absolute. */
export function assayHome(env: Env = readEnv()): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), env.ASSAY_HOME)
}
