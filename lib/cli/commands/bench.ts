import type { Command } from 'commander'
import { answer } from '@/lib/cli/answer'
import { Misuse } from '@/lib/cli/failure'

/** `bench`: how fast it is here, each figure beside what the machine can do at best. */
export function register(program: Command): void {
  const bench = program.command('bench').description('measure; each benchmark makes a store of its own and removes it')
  bench
    .command('import')
    .description('import generated trajectories, beside a bare COPY of the same rows')
    .option('--trajectories <n>', 'how many', '100000')
    .action(importing)
  bench
    .command('lists')
    .description('what the list asks of the store: first rows, filters with facets, text search')
    .option('--trajectories <n>', 'how many', '100000')
    .action(listing)
}

function countOf(trajectories: string): number {
  const count = Number(trajectories)
  if (!Number.isInteger(count) || count < 1)
    throw new Misuse(`--trajectories takes a whole number, got ${trajectories}.`)
  return count
}

async function listing({ trajectories }: { trajectories: string }, command: Command): Promise<void> {
  const { benchLists } = await import('@/lib/cli/bench/lists')
  const figures = await benchLists(countOf(trajectories))
  const line = (name: string, { queries, medianMs, p95Ms, worstMs }: typeof figures.rows) =>
    `${name.padEnd(20)} median ${medianMs} ms, p95 ${p95Ms} ms, worst ${worstMs} ms over ${queries} queries`
  answer(
    command,
    figures,
    [
      `${figures.trajectories.toLocaleString('en')} trajectories, ${figures.steps.toLocaleString('en')} steps`,
      line('first rows', figures.rows),
      line('filter with facets', figures.filter),
      line('text search', figures.search),
    ].join('\n'),
  )
}

async function importing({ trajectories }: { trajectories: string }, command: Command): Promise<void> {
  const { benchImport } = await import('@/lib/cli/bench/import')
  const figures = await benchImport(countOf(trajectories))
  const { import: imported, copy, share, peakMemoryBytes, search, fileBytes } = figures
  const rate = (perSecond: number) => `${Math.round(perSecond).toLocaleString('en')} trajectories/s`
  answer(
    command,
    figures,
    [
      `file           ${(fileBytes / 1e6).toFixed(0)} MB, ${figures.trajectories.toLocaleString('en')} trajectories`,
      `import         ${imported.seconds.toFixed(1)} s, ${rate(imported.perSecond)}, ${(fileBytes / 1e6 / imported.seconds).toFixed(1)} MB/s`,
      `bare COPY      ${copy.seconds.toFixed(1)} s, ${rate(copy.perSecond)}`,
      `share of COPY  ${(share * 100).toFixed(0)} %`,
      `peak memory    ${(peakMemoryBytes / 1024 / 1024).toFixed(0)} MB`,
      `search chunks  ${search.seconds.toFixed(1)} s; COPY and index build ${search.copySeconds.toFixed(1)} s; ${(search.share * 100).toFixed(0)} %`,
    ].join('\n'),
  )
}
