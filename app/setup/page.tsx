import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Entrance } from '@/components/person/entrance'
import { JoinForm } from '@/components/person/join-form'
import { hasAdministrator } from '@/lib/data/first-administrator'
import { firstOf } from '@/lib/search-params'
import { becomeAdministrator } from './actions'

const everything = ['token', 'name', 'email'] as const

export const metadata: Metadata = { title: 'First administrator' }

export default async function SetupPage({ searchParams }: PageProps<'/setup'>) {
  if (await hasAdministrator()) notFound()
  const { token } = await searchParams

  return (
    <Entrance title="First administrator" lead="The token stands in the terminal that started Assay. It works once.">
      <JoinForm
        known={{ token: firstOf(token) ?? '' }}
        ask={everything}
        submitText="Become administrator"
        join={becomeAdministrator}
      />
    </Entrance>
  )
}
