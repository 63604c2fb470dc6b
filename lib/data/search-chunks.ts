import 'server-only'
import type { PoolClient } from 'pg'
import { bigrams } from '@/lib/core/search/bigrams'
import { longWords, searchChunks } from '@/lib/core/search/chunks'
import { inConnection, pool } from '@/lib/data/client'

/** Records whose texts go in by one transaction. */
const RECORDS_AT_ONCE = 500
/** Longer texts, and those that are not plain ASCII, are cut and read for bigrams here; the others never leave the store. */
const PLAIN_BYTES = 2000
const TEXTS_AT_ONCE = 200

/** Every text of a revision that can be searched. Whoever brings a searchable part adds it here. */
const TEXTS = `
  SELECT r.id AS revision_id, 0 AS step_index, 'instruction' AS part, r.instruction AS text FROM wanted r
  UNION ALL SELECT s.revision_id, s.index, 'rationale', s.rationale FROM step s JOIN wanted r ON r.id = s.revision_id
  UNION ALL SELECT s.revision_id, s.index, 'action', s.action_raw FROM step s JOIN wanted r ON r.id = s.revision_id
  UNION ALL SELECT s.revision_id, s.index, 'observation', s.observation FROM step s JOIN wanted r ON r.id = s.revision_id`

const WANTED = `WITH wanted AS MATERIALIZED (
    SELECT r.id, r.instruction FROM trajectory t JOIN revision r ON r.id = t.current_revision_id
    WHERE t.source_id = $1 AND t.record_ordinal >= $2 AND t.record_ordinal < $3),
  texts AS MATERIALIZED (SELECT * FROM (${TEXTS}) every WHERE text <> '')`
const PLAIN = `octet_length(text) <= ${PLAIN_BYTES} AND octet_length(text) = length(text)`

export type SearchLag = { upTo: number; records: number; finished: boolean }

/** How far a source can be searched: records below `upTo` of those that are there. */
export async function findSearchLag(sourceId: string): Promise<SearchLag | null> {
  const { rows } = await pool().query<SearchLag>(
    `SELECT searched_up_to AS "upTo", record_count AS records, finished_at IS NOT NULL AS finished
     FROM source WHERE id = $1 AND deleted_at IS NULL`,
    [sourceId],
  )
  return rows[0] ?? null
}

/** Makes the next records of a source searchable, in one transaction with the mark of how far it is. */
export function addSearchChunks(sourceId: string): Promise<SearchLag | null> {
  return inConnection(async (client) => {
    const { rows } = await client.query<SearchLag>(
      `SELECT searched_up_to AS "upTo", record_count AS records, finished_at IS NOT NULL AS finished
       FROM source WHERE id = $1 AND deleted_at IS NULL FOR UPDATE`,
      [sourceId],
    )
    const [lag] = rows
    if (!lag || lag.upTo >= lag.records) return lag ?? null
    const upTo = Math.min(lag.records, lag.upTo + RECORDS_AT_ONCE)
    await addPlain(client, [sourceId, lag.upTo, upTo])
    await addOthers(client, [sourceId, lag.upTo, upTo])
    await client.query('UPDATE source SET searched_up_to = $2 WHERE id = $1', [sourceId, upTo])
    return { ...lag, upTo }
  })
}

type Range = [sourceId: string, from: number, to: number]

async function addPlain(client: PoolClient, range: Range): Promise<void> {
  await client.query(
    `${WANTED} INSERT INTO search_chunk (revision_id, step_index, part, ordinal, text, words)
     SELECT revision_id, step_index, part, 0, text, to_tsvector('simple', text) FROM texts WHERE ${PLAIN}`,
    range,
  )
}

type TextRow = { revisionId: string; stepIndex: number; part: string; text: string }

/** The long and the foreign ones: read through a cursor, so that memory holds a few of them however many there are. */
async function addOthers(client: PoolClient, range: Range): Promise<void> {
  await client.query(
    `DECLARE others NO SCROLL CURSOR FOR ${WANTED}
     SELECT revision_id AS "revisionId", step_index AS "stepIndex", part, text FROM texts WHERE NOT (${PLAIN})`,
    range,
  )
  for (;;) {
    const { rows } = await client.query<TextRow>(`FETCH ${TEXTS_AT_ONCE} FROM others`)
    if (rows.length === 0) break
    await insertChunks(client, rows)
  }
  await client.query('CLOSE others')
}

async function insertChunks(client: PoolClient, texts: readonly TextRow[]): Promise<void> {
  const chunks = texts.flatMap(({ text, ...place }) =>
    searchChunks(text).map((chunk, ordinal) => ({
      ...place,
      ordinal,
      chunk,
      more: `${bigrams(chunk)} ${longWords(chunk)}`,
    })),
  )
  await client.query(
    `INSERT INTO search_chunk (revision_id, step_index, part, ordinal, text, words)
     SELECT r, s, p, o, t, to_tsvector('simple', t) || to_tsvector('simple', more)
     FROM unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::text[], $6::text[]) AS given (r, s, p, o, t, more)`,
    [
      chunks.map(({ revisionId }) => revisionId),
      chunks.map(({ stepIndex }) => stepIndex),
      chunks.map(({ part }) => part),
      chunks.map(({ ordinal }) => ordinal),
      chunks.map(({ chunk }) => chunk),
      chunks.map(({ more }) => more),
    ],
  )
}

/** From so many chunks on it pays to drop an index and build it anew. */
const BULK_CHUNKS = 20_000

/** Whether what a source still brings exceeds what is there, so that the indexes are better built after it. */
export async function isBulkLoad(sourceId: string): Promise<boolean> {
  const { rows } = await pool().query<{ coming: string; there: string }>(
    `SELECT (SELECT coalesce(sum(1 + 3 * step_count), 0) FROM trajectory t JOIN source s ON s.id = t.source_id
             WHERE s.id = $1 AND t.record_ordinal >= s.searched_up_to) AS coming,
       (SELECT count(*) FROM (SELECT 1 FROM search_chunk LIMIT 5000000) counted) AS there`,
    [sourceId],
  )
  const [row] = rows
  return row !== undefined && Number(row.coming) >= BULK_CHUNKS && Number(row.coming) > Number(row.there)
}

/** Searching is slower without them, and finds the same. */
export async function dropSearchIndexes(): Promise<void> {
  await pool().query('SELECT drop_search_indexes()')
}

/** Builds the indexes that are missing; nothing where they are there. */
export async function buildSearchIndexes(): Promise<void> {
  await pool().query('SELECT build_search_indexes()')
}
