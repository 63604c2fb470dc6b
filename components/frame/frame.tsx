import type { ReactNode } from 'react'
import { CommandPalette } from './command-palette'
import type { NounName } from './nouns'
import { type FramePerson, PersonMenu } from './person-menu'
import { Rail } from './rail'
import { RailSheet } from './rail-sheet'
import { RunningJobs } from './running-jobs'
import { ShortcutsProvider } from './shortcuts'
import type { Theme } from './theme'
import { type FrameWaiting, WaitingProvider } from './waiting'

/** What stands around every page of somebody who is signed in. */
export function Frame({
  person,
  places,
  waiting,
  seesJobs,
  theme,
  signOut,
  children,
}: {
  person: FramePerson
  places: readonly NounName[]
  waiting: FrameWaiting
  /** Whether this person may see jobs. */
  seesJobs: boolean
  theme: Theme
  signOut: () => Promise<unknown>
  children: ReactNode
}) {
  return (
    <WaitingProvider first={waiting}>
      <ShortcutsProvider>
        <a
          href="#content"
          className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-surface px-3 py-1.5 shadow-float focus:translate-y-0"
        >
          Skip to the page
        </a>
        <div className="grid min-h-dvh grid-cols-1 grid-rows-[2.75rem_1fr] sm:grid-cols-[3rem_1fr] lg:grid-cols-[12.5rem_1fr]">
          <div className="sticky top-0 row-span-2 hidden h-dvh overflow-y-auto border-r sm:block">
            <Rail places={places} folded />
          </div>
          <header className="sticky top-0 z-30 flex min-w-0 items-center justify-between gap-2 border-b bg-paper px-2 sm:px-4">
            <RailSheet places={places} />
            <CommandPalette places={places} />
            <div className="flex min-w-0 items-center gap-1">
              {seesJobs && <RunningJobs />}
              <PersonMenu person={person} theme={theme} signOut={signOut} />
            </div>
          </header>
          <div id="content" tabIndex={-1} className="flex min-w-0 flex-col outline-none">
            {children}
          </div>
        </div>
      </ShortcutsProvider>
    </WaitingProvider>
  )
}
