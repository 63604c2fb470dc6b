import { cn } from '@/components/ui/class-names'
import { type GoldMatch, goldMatches } from '@/lib/core/gold/gold-match'

const looks: Record<GoldMatch, { glyph: string; look: string }> = {
  exact: { glyph: '●', look: 'text-match' },
  'in order': { glyph: '◉', look: 'text-match' },
  'any order': { glyph: '⇅', look: 'text-reordered' },
  'state changing': { glyph: '◆', look: 'text-match' },
  'solved differently': { glyph: '◇', look: 'text-dim' },
  partial: { glyph: '◐', look: 'text-arguments' },
  different: { glyph: '−', look: 'text-missing' },
  'gold empty': { glyph: '∅', look: 'text-dim' },
  'no gold': { glyph: '·', look: 'text-faint' },
}

/** How the actions stand to the best gold sequence. The text is the store's own word for it. */
export function GoldMatchMark({ match }: { match: string }) {
  const known = goldMatches.find((one) => one === match)
  const { glyph, look } = known ? looks[known] : looks['no gold']
  return (
    <span title={match} className={cn('inline-flex items-center gap-1.5 whitespace-nowrap', look)}>
      <span aria-hidden className="w-3 text-center">
        {glyph}
      </span>
      <span className="in-data-roomy:@max-[58rem]:sr-only">{match}</span>
    </span>
  )
}
