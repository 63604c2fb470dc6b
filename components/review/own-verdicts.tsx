import Link from 'next/link'
import { Strip } from '@/components/trajectory/strip'
import { RelativeTime } from '@/components/ui/relative-time'
import { readStrip } from '@/lib/core/trajectory/strip'
import type { OwnVerdict } from '@/lib/data/next-work'
import { ChoiceMark } from './choice-mark'
import { OutcomeMark } from './outcome-mark'

/** What one judged last, each with what one said and where it stands now. */
export function OwnVerdicts({ verdicts }: { verdicts: readonly OwnVerdict[] }) {
  return (
    <ul className="divide-y border-y">
      {verdicts.map((verdict) => (
        <li key={verdict.trajectoryId} className="flex min-h-9 flex-wrap items-center gap-x-4 px-1">
          <ChoiceMark choice={verdict.choice} className="w-16" />
          <Link
            href={{ pathname: `/trajectories/${verdict.trajectoryId}` }}
            prefetch={false}
            title={verdict.title}
            className="min-w-40 flex-1 truncate hover:text-accent"
          >
            <bdi>{verdict.title}</bdi>
          </Link>
          <Strip
            cells={readStrip(verdict.strip)}
            steps={verdict.stepCount}
            reward={verdict.rewardFinal}
            pathname={`/trajectories/${verdict.trajectoryId}`}
            width={112}
            className="w-36 max-sm:hidden"
          />
          <OutcomeMark outcome={verdict.outcome} className="w-24" />
          <RelativeTime at={verdict.at} className="w-20 text-right text-faint text-xs" />
        </li>
      ))}
    </ul>
  )
}
