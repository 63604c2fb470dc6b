import { setTimeout as sleep } from 'node:timers/promises'
import { remark } from '@/lib/cli/answer'
import { reasonOf } from '@/lib/cli/failure'
import { type Postgres, startPostgres } from '@/lib/cli/postgres'

const RETRY_AFTER_MS = 2_000

/**
 * Starts the embedded server again whenever it ends without having been asked to.
 *
 * @param moved  called where it had to take another port
 * @returns what to call in place of the server's own `leave`
 */
export function guardPostgres(
  home: string,
  first: Postgres,
  moved: (postgres: Postgres) => void,
): () => Promise<boolean> {
  let current = first
  let leaving = false

  const revive = async (): Promise<Postgres | null> => {
    while (!leaving) {
      try {
        return await startPostgres(home)
      } catch (error) {
        remark(`PostgreSQL does not come back yet: ${reasonOf(error)}`)
        await sleep(RETRY_AFTER_MS)
      }
    }
    return null
  }
  const watch = async () => {
    for (;;) {
      await current.lost
      if (leaving) return
      remark('PostgreSQL ended; it starts again')
      const revived = await revive()
      if (!revived) return
      const elsewhere = revived.port !== current.port
      current = revived
      if (elsewhere) moved(revived)
    }
  }
  const watching = watch()

  return async () => {
    leaving = true
    // A revival under way is waited for, so that the server it brings up is stopped too.
    const stopped = await current.leave()
    await watching
    return stopped || current.leave()
  }
}
