'use client'

import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import { OutcomeMark } from '@/components/review/outcome-mark'
import type { SortKey } from '@/lib/core/trajectory/sort'
import { readStrip } from '@/lib/core/trajectory/strip'
import type { TrajectoryRow } from '@/lib/data/trajectories'
import { GoldMatchMark } from './gold-match-mark'
import { RewardText } from './reward-text'
import { Strip } from './strip'

export const features = tableFeatures({})
const column = createColumnHelper<typeof features, TrajectoryRow>()

export const columns = column.columns([
  column.accessor('title', { id: 'instruction', header: 'Instruction' }),
  column.accessor('task', { id: 'task', header: 'Task' }),
  column.accessor('model', { id: 'model', header: 'Model', cell: ({ getValue }) => getValue() ?? <Absent /> }),
  column.accessor('method', { id: 'method', header: 'Method' }),
  column.accessor('source', { id: 'source', header: 'Source' }),
  column.display({
    id: 'strip',
    header: 'Strip',
    cell: ({ row: { original } }) => (
      <Strip
        cells={readStrip(original.strip)}
        steps={original.stepCount}
        reward={original.rewardFinal}
        calm={original.goldMatch === 'solved differently'}
        pathname={`/trajectories/${original.id}`}
        width={112}
      />
    ),
  }),
  column.accessor('rewardFinal', {
    id: 'reward',
    header: 'Reward',
    cell: ({ row: { original } }) => <RewardText value={original.rewardFinal} threshold={original.rewardThreshold} />,
  }),
  column.accessor('stepCount', {
    id: 'steps',
    header: 'Steps',
    cell: ({ getValue }) => getValue().toLocaleString('en'),
  }),
  column.accessor('goldMatch', {
    id: 'gold',
    header: 'Gold',
    cell: ({ getValue }) => <GoldMatchMark match={getValue()} />,
  }),
  column.accessor('flagCount', {
    id: 'flags',
    header: 'Flags',
    cell: ({ getValue }) => (getValue() === 0 ? <Absent /> : <span className="text-flag">{getValue()} ⚑</span>),
  }),
  column.accessor('outcome', {
    id: 'outcome',
    header: 'Outcome',
    cell: ({ getValue }) => <OutcomeMark outcome={getValue()} />,
  }),
])

function Absent() {
  return <span className="text-faint">–</span>
}

type ColumnLook = { sort: SortKey | null; rem: number; look: string; numeric?: boolean }

/**
 * What a column is sorted by and how its values stand; its width in rem where it was chosen, and classes that say its
 * width, and from which room on it is there, where nobody chose.
 */
export const columnLooks: Record<string, ColumnLook> = {
  instruction: { sort: 'instruction', rem: 14, look: '' },
  task: { sort: 'task', rem: 7, look: 'w-26 @max-[40rem]:hidden' },
  model: { sort: 'model', rem: 5.5, look: 'w-20 @max-[46rem]:hidden' },
  method: { sort: 'method', rem: 7, look: 'w-24 @max-[72rem]:hidden' },
  source: { sort: 'source', rem: 8, look: 'w-28 @max-[64rem]:hidden' },
  strip: { sort: null, rem: 9, look: 'w-35 @max-[30rem]:w-32' },
  reward: { sort: 'reward', rem: 5, look: 'w-20', numeric: true },
  steps: { sort: 'steps', rem: 4.5, look: 'w-14 @max-[46rem]:hidden', numeric: true },
  gold: { sort: 'gold', rem: 9.5, look: 'w-12 @max-[46rem]:hidden @min-[58rem]:w-36' },
  flags: { sort: 'flags', rem: 4, look: 'w-12 @max-[34rem]:hidden', numeric: true },
  outcome: { sort: 'outcome', rem: 7.5, look: 'w-25 @max-[34rem]:hidden' },
}
