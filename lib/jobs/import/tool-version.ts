import manifest from '@/package.json'

/** What every source remembers having been imported with. */
export const TOOL_VERSION = `${manifest.name} ${manifest.version}`
