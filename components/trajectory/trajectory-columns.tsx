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
  column.accessor('task', { header: 'Task' }),
  column.accessor('model', { header: 'Model', cell: ({ getValue }) => getValue() ?? <Absent /> }),
  column.accessor('method', { header: 'Method' }),
  column.accessor('source', { header: 'Source' }),
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
  column.accessor('outcome', { header: 'Outcome', cell: ({ getValue }) => <OutcomeMark outcome={getValue()} /> }),
])

function Absent() {
  return <span className="text-faint">–</span>
}

/** How wide a column is, how its values stand, from which room on it is there, and what it is sorted by. */
export const columnLooks: Record<string, { sort: SortKey | null; look: string; numeric?: boolean }> = {
  instruction: { sort: 'instruction', look: '' },
  task: { sort: 'task', look: 'w-28 @max-[40rem]:hidden' },
  model: { sort: 'model', look: 'w-22 @max-[46rem]:hidden' },
  method: { sort: 'method', look: 'w-24 @max-[72rem]:hidden' },
  source: { sort: 'source', look: 'w-28 @max-[64rem]:hidden' },
  strip: { sort: null, look: 'w-35 @max-[30rem]:w-32' },
  reward: { sort: 'reward', look: 'w-20', numeric: true },
  steps: { sort: 'steps', look: 'w-14 @max-[58rem]:hidden', numeric: true },
  gold: { sort: 'gold', look: 'w-12 @max-[46rem]:hidden @min-[58rem]:w-36' },
  flags: { sort: 'flags', look: 'w-14 @max-[34rem]:hidden', numeric: true },
  outcome: { sort: 'outcome', look: 'w-24 @max-[34rem]:hidden' },
}
