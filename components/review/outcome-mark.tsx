import { cn } from '@/components/ui/class-names'
import type { Outcome } from '@/lib/core/review/verdict'

const looks: Record<Outcome, { glyph: string; look: string }> = {
  open: { glyph: '○', look: 'text-faint' },
  accepted: { glyph: '✓', look: 'text-accept' },
  fix: { glyph: '✎', look: 'text-fix' },
  rejected: { glyph: '✕', look: 'text-reject' },
  disputed: { glyph: '≠', look: 'text-disputed' },
}

/** Where the verdicts of a trajectory stand. */
export function OutcomeMark({ outcome, className }: { outcome: Outcome; className?: string }) {
  const { glyph, look } = looks[outcome]
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', look, className)}>
      <span aria-hidden className="w-3 text-center">
        {glyph}
      </span>
      {outcome}
    </span>
  )
}
