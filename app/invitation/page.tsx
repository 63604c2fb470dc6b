import type { Metadata } from 'next'
import { Entrance } from '@/components/person/entrance'
import { JoinForm } from '@/components/person/join-form'
import { hashToken } from '@/lib/auth/token'
import { findInvitation } from '@/lib/data/invitations'
import { firstOf } from '@/lib/search-params'
import { acceptInvitation } from './actions'

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' }

export default async function InvitationPage({ searchParams }: PageProps<'/invitation'>) {
  const token = firstOf((await searchParams).token) ?? ''
  const invitation = await findInvitation(hashToken(token))
  if (!invitation)
    return (
      <Entrance title="This link opens nothing">
        <p>It was used, taken back, or is more than a week old. Ask an administrator for a new one.</p>
      </Entrance>
    )

  const { email, name, role, personId } = invitation
  const known = { token, email, name }
  if (personId)
    return (
      <Entrance title="A new password" lead={`For ${email}. You will be signed out everywhere else.`}>
        <JoinForm known={known} ask={[]} submitText="Set the password" join={acceptInvitation} />
      </Entrance>
    )
  return (
    <Entrance title="You are invited" lead={`As ${role}, with ${email}. Choose how you are called and a password.`}>
      <JoinForm known={known} ask={['name']} submitText="Join" join={acceptInvitation} />
    </Entrance>
  )
}
