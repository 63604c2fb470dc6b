import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { AppleKeys } from '@/components/frame/apple-keys'
import { Frame } from '@/components/frame/frame'
import type { NounName } from '@/components/frame/nouns'
import { readTheme, THEME_COOKIE } from '@/components/frame/theme'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { may } from '@/lib/auth/permissions'
import { findViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
import { findWaiting } from '@/lib/data/waiting'
import { signOut } from './account/actions'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Assay', template: '%s · Assay' },
  description: 'A workbench for reviewing and curating LLM-agent trajectories.',
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  const viewer = await findViewer()
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme} suppressHydrationWarning>
      <body>
        <NuqsAdapter>
          <TooltipProvider>
            {viewer ? (
              <Frame
                person={viewer}
                places={placesOf(viewer)}
                waiting={await findWaiting(viewer)}
                seesJobs={may(viewer, 'job.read')}
                theme={theme}
                signOut={signOut}
              >
                {children}
              </Frame>
            ) : (
              children
            )}
          </TooltipProvider>
        </NuqsAdapter>
        <Toaster />
        <AppleKeys />
      </body>
    </html>
  )
}

function placesOf(viewer: Viewer): NounName[] {
  const places: NounName[] = ['trajectories']
  if (may(viewer, 'source.read')) places.push('sources')
  if (may(viewer, 'job.read')) places.push('jobs')
  if (may(viewer, 'person.read')) places.push('people')
  return places
}
