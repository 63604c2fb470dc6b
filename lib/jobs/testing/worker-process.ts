import { DBOS } from '@dbos-inc/dbos-sdk'
import { jobKinds } from '@/lib/jobs/registry'
import { startWorker } from '@/lib/jobs/worker'
import { countingKind } from './counting'

// A worker of its own process, for tests that kill one. "next" stands for a later release: it knows a workflow more,
// which is what would change the version that DBOS derives from the source.
const [release, kinds] = process.argv.slice(2)
if (release === 'next') DBOS.registerWorkflow(async () => 'new', { name: 'added-by-an-upgrade' })

const worker = await startWorker(kinds === 'import' ? [jobKinds.import] : [countingKind])
process.on('SIGTERM', () => {
  worker.stop().then(() => process.exit(0))
})
process.stdout.write(`ready ${worker.id}\n`)
