import 'server-only'
import type { Query, Term } from '@/lib/core/search/query'
import { Prisma } from '@/prisma/generated/client'
import { prisma } from './client'
import { chunkMatch, isWord } from './trajectory-filter'

const { sql } = Prisma

/** Where a text of the query stands in a trajectory: its first place, with a little of what surrounds it. */
export type SearchHit = {
  trajectoryId: string
  stepIndex: number // 0: the instruction
  part: string
  before: string
  match: string
  after: string
}

const AROUND = 60

const escapeRegex = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** A bare word is found at the beginning of a word, a phrase anywhere; case is folded either way. */
const pattern = (term: Extract<Term, { type: 'text' }>) =>
  isWord(term) ? `(?:^|[^[:alnum:]])(${escapeRegex(term.text)}[[:alnum:]]*)` : `(${escapeRegex(term.text)})`

async function hitsOf(term: Extract<Term, { type: 'text' }>, trajectoryIds: string[]): Promise<SearchHit[]> {
  const expression = pattern(term)
  return prisma.$queryRaw<SearchHit[]>(sql`
    SELECT "trajectoryId", "stepIndex", part, match, regexp_replace(right(before, ${AROUND}::int), '\\s+', ' ', 'g') AS before,
      regexp_replace(left(substr(text, length(before) + length(match) + 1, ${AROUND * 4}::int), ${AROUND}::int), '\\s+', ' ', 'g') AS after
    FROM (
      SELECT DISTINCT ON (t.id) t.id AS "trajectoryId", c.step_index AS "stepIndex", c.part, c.text,
        (regexp_match(c.text, ${expression}, 'i'))[1] AS match,
        left(c.text, regexp_instr(c.text, ${expression}, 1, 1, 0, 'i', 1) - 1) AS before
      FROM trajectory t JOIN search_chunk c ON c.revision_id = t.current_revision_id
      WHERE t.id = ANY(${trajectoryIds}::uuid[]) AND ${chunkMatch(term, sql`c.`)}
      ORDER BY t.id, c.step_index, c.id) found
    WHERE match IS NOT NULL`)
}

/** For each of these trajectories, where the first text that the query asks for first stands. */
export async function findHits(query: Query, trajectoryIds: string[]): Promise<Map<string, SearchHit>> {
  const term = query.terms.find((one) => one.type === 'text' && !one.negated)
  if (term === undefined || term.type !== 'text' || trajectoryIds.length === 0) return new Map()
  const hits = await hitsOf(term, trajectoryIds)
  return new Map(hits.map((hit) => [hit.trajectoryId, hit]))
}
