import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import { AppleKeys } from '@/components/frame/apple-keys'
import { Frame } from '@/components/frame/frame'
import type { Place } from '@/components/frame/nouns'
import { readTheme, THEME_COOKIE } from '@/components/frame/theme'
import { Toaster } from '@/components/ui/toaster'
import { TooltipProvider } from '@/components/ui/tooltip'
import { may } from '@/lib/auth/permissions'
import { findViewer } from '@/lib/auth/session'
import type { Viewer } from '@/lib/auth/viewer'
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
              <Frame person={viewer} places={placesOf(viewer)} jobs={noJobs} theme={theme} signOut={signOut}>
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

const noJobs = { count: 0, share: null }

function placesOf(viewer: Viewer): Place[] {
  const places: Place[] = [{ noun: 'trajectories' }]
  if (may(viewer, 'source.read')) places.push({ noun: 'sources' })
  if (may(viewer, 'job.read')) places.push({ noun: 'jobs' })
  if (may(viewer, 'person.read')) places.push({ noun: 'people' })
  return places
}
