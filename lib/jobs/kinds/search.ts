import { z } from 'zod'
import {
  addSearchChunks,
  buildSearchIndexes,
  dropSearchIndexes,
  findSearchLag,
  isBulkLoad,
} from '@/lib/data/search-chunks'
import { jobKind } from '@/lib/jobs/kind'

/** Follows an import: makes what came in searchable. Until it ends, the source's page says how far it is. */
export const searchKind = jobKind({
  name: 'search',
  title: 'Make searchable',
  right: 'source.import',
  unit: 'records',
  place: 'any host',
  input: z.object({ sourceId: z.uuid(), name: z.string() }),
  titleOf: ({ name }) => `Make ${name} searchable`,
  run: async ({ sourceId }, job) => {
    const bulk = await job.step('weigh', () => isBulkLoad(sourceId))
    if (bulk) await job.step('drop indexes', dropSearchIndexes)
    for (;;) {
      const lag = await job.step('chunks', () => addSearchChunks(sourceId))
      if (!lag || lag.upTo >= lag.records) break
      await job.progress({ done: lag.upTo, total: lag.records, message: 'Reading texts' })
    }
    await job.progress({ done: 0, total: null, message: 'Building the indexes' })
    await job.step('build indexes', buildSearchIndexes)
    const lag = await findSearchLag(sourceId)
    return { records: lag?.upTo ?? 0, indexesBuilt: bulk }
  },
})
