// The web server: Next's production server, told where to listen by `up`, which it follows into the grave. Plain Node:
// under the condition of the worker (react-server) React could not draw pages.
import http from 'node:http'
import next from 'next'
import { root } from './bootstrap.mjs'

const EXIT_PORT_TAKEN = 98
const LAST_REQUESTS_MS = 5_000

const hostname = process.env.HOST
const port = Number(process.env.PORT)

const app = next({ dev: false, dir: root, hostname, port })
await app.prepare()
const server = http.createServer(app.getRequestHandler())
// An upload over a slow line may take its time.
server.requestTimeout = 0
server.on('error', (error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(error.code === 'EADDRINUSE' ? EXIT_PORT_TAKEN : 1)
})
server.listen(port, hostname, () => process.send?.('ready'))

let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS).unref()
  await new Promise((resolve) => {
    server.close(resolve)
    server.closeIdleConnections()
  })
  process.exit(0)
}
for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop)
