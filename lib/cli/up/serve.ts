import path from 'node:path'
import { phase, remark } from '@/lib/cli/answer'
import { root } from '@/lib/cli/bootstrap.mjs'
import { buildIfStale } from '@/lib/cli/build.mjs'
import { Failure } from '@/lib/cli/failure'
import { aborted } from '@/lib/cli/stop'
import { closeStore, migrateStore, nameStore, openStore, type Store } from '@/lib/cli/store'
import { guardPostgres } from '@/lib/cli/up/guard'
import { portTaken } from '@/lib/cli/up/port-holder'
import { type Service, type Supervised, supervise } from '@/lib/cli/up/supervisor'
import { assayHome } from '@/lib/env'

const EXIT_PORT_TAKEN = 98

/** Where to listen, and the name of this start. */
export type Serving = { host: string; port: number; instance: string }

/**
 * Brings everything up in order, calls `ready`, and takes everything down again when asked to stop.
 *
 * @throws Failure with what to do, after everything that was up has been taken down
 */
export async function serve(
  serving: Serving,
  stop: AbortSignal,
  ready: (store: Store) => Promise<void>,
): Promise<void> {
  const store = await phase('PostgreSQL', openStore, describeStore)
  const services: Supervised[] = []
  const leave = store.postgres
    ? guardPostgres(assayHome(), store.postgres, (moved) => {
        nameStore(moved)
        for (const service of services) service.restart()
      })
    : null
  try {
    await phase(
      'migrations',
      () => migrateStore(store),
      (applied) => applied.join(', ') || 'nothing to apply',
    )
    services.push(supervise(workerService()))
    await phase(
      'build',
      () => buildIfStale(stop),
      (built) => (built ? 'built' : 'up to date'),
    )
    services.push(supervise(webService(serving)))
    const up = Promise.all(services.map((service) => service.ready)).then(() => ready(store))
    await Promise.race([up, aborted(stop)])
    await aborted(stop)
  } catch (error) {
    if (!stop.aborted) throw error
  } finally {
    remark('stopping')
    for (const service of services.reverse()) await service.stop()
    await closeStore({ ...store, postgres: null })
    await leave?.()
  }
}

function describeStore({ postgres, applicationUrl }: Store): string {
  if (postgres) return `${postgres.started ? 'started' : 'joined'} on port ${postgres.port}`
  const { hostname, port, pathname } = new URL(applicationUrl)
  return `${hostname}:${port || 5432}${pathname}`
}

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  // The children are the application: the owner of the tables is none of their business.
  const { DATABASE_OWNER_URL: _, ...rest } = process.env
  return { ...rest, LOG_LEVEL: rest.LOG_LEVEL ?? 'warn', ...more }
}

function workerService(): Service {
  const flags = ['--conditions=react-server', '--enable-source-maps', '--import', 'tsx']
  return {
    name: 'worker',
    args: [...flags, path.join(root, 'lib/cli/main.ts'), 'worker'],
    environment: () => environment(),
  }
}

function webService({ host, port, instance }: Serving): Service {
  return {
    name: 'web',
    args: ['--enable-source-maps', path.join(root, 'lib/cli/web.mjs')],
    environment: () =>
      environment({ NODE_ENV: 'production', HOST: host, PORT: String(port), ASSAY_INSTANCE: instance }),
    explain: async (code) => (code === EXIT_PORT_TAKEN ? new Failure(await portTaken(host, port)) : null),
  }
}
