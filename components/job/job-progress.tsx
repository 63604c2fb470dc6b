import { Progress } from '@/components/ui/progress'
import { secondsLeft } from '@/lib/core/job/progress'
import type { JobRow } from '@/lib/data/jobs'
import { durationText, quantityText } from './quantity-text'

/** How far a job is: a bar, how much of how much, how fast, and how long it will take. */
export function JobProgress({ job }: { job: JobRow }) {
  const { title, done, total, unit, rate, message } = job
  const share = total === null || total === 0n ? null : Number(done) / Number(total)
  const left = secondsLeft(Number(done), total === null ? null : Number(total), rate)
  const words = [
    message,
    total === null ? null : `${quantityText(Number(done), unit)} of ${quantityText(Number(total), unit)}`,
    rate === null ? null : `${quantityText(rate, unit)} a second`,
    left === null ? null : `about ${durationText(left)} left`,
  ]
  return (
    <div className="min-w-48 space-y-1 py-1">
      <Progress share={share} label={`How far ${title} is`} />
      <p className="text-dim text-xs tabular-nums">{words.filter((word) => word !== null).join(' · ')}</p>
    </div>
  )
}
