import 'server-only'
import { pool } from '@/lib/data/client'

const PATIENCE_MS = 3_000

/** Whether the database answers within three seconds. */
export async function storeAnswers(): Promise<boolean> {
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const gaveUp = new Promise<false>((resolve) => patience.addEventListener('abort', () => resolve(false)))
  const asked = pool()
    .query('SELECT 1')
    .then(
      () => true,
      () => false,
    )
  return Promise.race([asked, gaveUp])
}
