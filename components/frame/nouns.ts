import { Database, ListChecks, type LucideIcon, Route, Users } from 'lucide-react'

/** The places of the rail, in its order. Whoever brings a noun adds its line; app/layout.tsx says who sees it. */
export const nouns = {
  trajectories: { title: 'Trajectories', path: '/trajectories', icon: Route, key: 't' },
  sources: { title: 'Sources', path: '/sources', icon: Database, key: 's' },
  jobs: { title: 'Jobs', path: '/jobs', icon: ListChecks, key: 'j' },
  people: { title: 'People', path: '/people', icon: Users, key: 'p' },
} as const satisfies Record<string, { title: string; path: string; icon: LucideIcon; key: string }>

export type NounName = keyof typeof nouns
