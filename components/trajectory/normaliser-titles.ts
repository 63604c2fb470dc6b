import type { NormaliserName } from '@/lib/core/gold/rules'

/** What each normaliser compares, in a person's words. */
export const normaliserTitles: Readonly<Record<NormaliserName, string>> = {
  sql: 'SQL',
  'search-click': 'searches and clicks',
  'tool-call': 'tool calls',
  household: 'household commands',
  plain: 'plain text',
}
