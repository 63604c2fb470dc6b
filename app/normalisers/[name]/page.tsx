import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { NormaliserText } from '@/components/trajectory/normaliser-text'
import { normaliserTitles } from '@/components/trajectory/normaliser-titles'
import { PageHeader } from '@/components/ui/page-header'
import { requireRight } from '@/lib/auth/session'
import { normalisers } from '@/lib/core/gold/normalise/registry'
import { normaliserNames } from '@/lib/core/gold/rules'
import { knownTasks } from '@/lib/core/trajectory/tasks'
import { readNormaliserSource } from '@/lib/normaliser-source'

export const metadata: Metadata = { title: 'What counts as the same call' }

export default async function NormaliserPage({ params }: PageProps<'/normalisers/[name]'>) {
  await requireRight('trajectory.read')
  const { name: given } = await params
  const name = normaliserNames.find((known) => known === given)
  if (!name) notFound()

  return (
    <main className="px-4 pt-4 pb-8 sm:px-6">
      <PageHeader title={`Comparing ${normaliserTitles[name]}`} />
      <NormaliserText
        folds={normalisers[name].folds}
        tasks={knownTasks.filter(({ rules }) => rules.normaliser === name)}
        sources={await readNormaliserSource(name)}
      />
    </main>
  )
}
