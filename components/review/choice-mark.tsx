import { cn } from '@/components/ui/class-names'
import type { VerdictChoice } from '@/lib/core/review/verdict'

const looks: Record<VerdictChoice, { glyph: string; look: string }> = {
  accept: { glyph: '✓', look: 'text-accept' },
  fix: { glyph: '✎', look: 'text-fix' },
  reject: { glyph: '✕', look: 'text-reject' },
}

/** What somebody decided. */
export function ChoiceMark({ choice, className }: { choice: VerdictChoice; className?: string }) {
  const { glyph, look } = looks[choice]
  return (
    <span className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', look, className)}>
      <span aria-hidden className="w-3 text-center">
        {glyph}
      </span>
      {choice}
    </span>
  )
}
