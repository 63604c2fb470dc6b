import { connection } from 'next/server'
import { storeAnswers } from '@/lib/data/health'
import { readEnv } from '@/lib/env'

/** Says to whoever asks whether this server works; a second `up` recognises the first one by its instance. */
export async function GET() {
  await connection()
  const store = await storeAnswers()
  return Response.json({ instance: readEnv().ASSAY_INSTANCE, store }, { status: store ? 200 : 503 })
}
