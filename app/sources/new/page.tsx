import type { Metadata } from 'next'
import { ImportForm } from '@/components/source/import-form'
import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireRight } from '@/lib/auth/session'
import { formats } from '@/lib/core/trajectory/formats/registry'
import { scanLimits } from '@/lib/core/trajectory/records'
import { importUpload, previewUpload } from '../actions'

export const metadata: Metadata = { title: 'Import files' }

export default async function ImportPage() {
  await requireRight('source.import')
  const choices = formats.map(({ name, title }) => ({ name, title }))
  return (
    <Page width="text">
      <PageHeader title="Import files">
        Each file becomes a source. Its format is told from what is in it, and every record is accounted for.
      </PageHeader>
      <ImportForm formats={choices} recordLimit={scanLimits.recordBytes} preview={previewUpload} start={importUpload} />
    </Page>
  )
}
