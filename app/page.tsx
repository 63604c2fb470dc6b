import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'
import { requireViewer } from '@/lib/auth/session'

export default async function HomePage() {
  await requireViewer()
  return (
    <Page>
      <PageHeader title="Assay">A workbench for reviewing and curating LLM-agent trajectories.</PageHeader>
    </Page>
  )
}
