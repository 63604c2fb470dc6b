import Link from 'next/link'
import { RewardText } from '@/components/trajectory/reward-text'
import { Strip } from '@/components/trajectory/strip'
import { readStrip } from '@/lib/core/trajectory/strip'
import type { TrajectoryRow } from '@/lib/data/trajectories'

/** The first trajectories of a list that waits, each drawn; opening one keeps the list, so that the next follows. */
export function WaitingList({ rows, query }: { rows: readonly TrajectoryRow[]; query: Record<string, string> }) {
  return (
    <ul className="divide-y border-y">
      {rows.map((row) => (
        <li key={row.id} className="flex min-h-9 items-center gap-x-4 px-1 hover:bg-well">
          <Link
            href={{ pathname: `/trajectories/${row.id}`, query }}
            prefetch={false}
            title={row.title}
            className="min-w-0 flex-1 truncate py-1.5 hover:text-accent"
          >
            <span className="mr-2 text-faint text-xs">{row.task}</span>
            <bdi>{row.title === '' ? row.externalId : row.title}</bdi>
          </Link>
          <Strip
            cells={readStrip(row.strip)}
            steps={row.stepCount}
            reward={row.rewardFinal}
            calm={row.goldMatch === 'solved differently'}
            pathname={`/trajectories/${row.id}`}
            query={query}
            width={112}
            className="w-36 max-sm:hidden"
          />
          <span className="w-10 text-right">
            <RewardText value={row.rewardFinal} threshold={row.rewardThreshold} />
          </span>
        </li>
      ))}
    </ul>
  )
}
