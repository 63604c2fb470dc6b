import { Notice } from '@/components/ui/notice'

/** Jobs wait and nobody is there to do them. */
export function NoWorker() {
  return (
    <Notice tone="warn" title="No worker is running, so these jobs wait">
      <code className="font-mono">npm start</code> starts one, and so does{' '}
      <code className="font-mono">npm run assay -- worker</code>. Nothing is lost meanwhile.
    </Notice>
  )
}
