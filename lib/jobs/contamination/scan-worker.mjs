// Plain Node: a thread doesn't inherit the loader that reads TypeScript.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../../../tsconfig.json', import.meta.url)) })
await import('./scan-worker.ts')
