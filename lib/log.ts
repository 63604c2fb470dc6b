import pino from 'pino'
import { readEnv } from '@/lib/env'

/** Words that never reach a log, at whatever depth of three they stand. */
const SECRETS = ['password', 'token', 'secret', 'authorization', 'cookie', 'apiKey', 'clientSecret', 'DATABASE_URL']

/** One line of JSON an event, on standard error: standard output belongs to a command's answer. */
export const log = pino(
  {
    level: readEnv().LOG_LEVEL,
    redact: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    base: { pid: process.pid },
  },
  pino.destination({ fd: 2, sync: true }),
)
