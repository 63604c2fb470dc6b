import { Page } from '@/components/ui/page'
import { PageHeader } from '@/components/ui/page-header'

export default function HomePage() {
  return (
    <Page>
      <PageHeader title="Assay">A workbench for reviewing and curating LLM-agent trajectories.</PageHeader>
    </Page>
  )
}
