import type { NextRequest } from 'next/server'
import { admit } from '@/lib/auth/session'
import { parseQuery } from '@/lib/core/search/query'
import { parseSort } from '@/lib/core/trajectory/sort'
import { mediaTypes, type TableFormat, tableFormats, writeRows } from '@/lib/core/trajectory/table-file'
import { streamTrajectories } from '@/lib/data/trajectories'

/** The list as a file: every row that the query finds, in the order of the list, streamed. */
export async function GET(request: NextRequest) {
  const viewer = await admit(request, 'trajectory.read')
  if (viewer instanceof Response) return viewer

  const given = request.nextUrl.searchParams
  const query = parseQuery(given.get('q') ?? '')
  const format = tableFormats.find((one) => one === (given.get('format') ?? 'csv'))
  const [problem] = query.problems
  if (problem) return new Response(problem.message, { status: 400 })
  if (!format) return new Response(`format is one of ${tableFormats.join(', ')}.`, { status: 400 })

  const rows = streamTrajectories(query, parseSort(given.get('sort') ?? undefined))
  return new Response(toFile(rows, format), {
    headers: {
      'content-type': mediaTypes[format],
      'content-disposition': `attachment; filename="trajectories.${format}"`,
    },
  })
}

function toFile(batches: AsyncGenerator<Record<string, unknown>[]>, format: TableFormat): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let head = true
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await batches.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(writeRows(value, format, head)))
      head = false
    },
    async cancel() {
      await batches.return(undefined)
    },
  })
}
