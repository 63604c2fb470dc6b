import type { AlignmentRow } from '@/lib/core/gold/row'
import type { StripKind } from '@/lib/core/trajectory/strip'

/** How each kind of step is drawn and named, everywhere the same. */
export const cellKinds = {
  match: { glyph: '●', word: 'match', text: 'text-match', wash: 'bg-match-wash' },
  arguments: { glyph: '◐', word: 'other arguments', text: 'text-arguments', wash: 'bg-arguments-wash' },
  extra: { glyph: '+', word: 'extra', text: 'text-extra', wash: 'bg-extra-wash' },
  missing: { glyph: '−', word: 'missing', text: 'text-missing', wash: 'bg-missing-wash' },
  reordered: { glyph: '⇅', word: 'reordered', text: 'text-reordered', wash: 'bg-reordered-wash' },
  'no gold': { glyph: '·', word: 'no gold', text: 'text-faint', wash: '' },
  talk: { glyph: '', word: 'talk', text: 'text-faint', wash: '' },
} as const satisfies Record<StripKind, { glyph: string; word: string; text: string; wash: string }>

/**
 * The tone of a row. What only reads is allowed beside any gold, and is no reason for a strong one; in a run that was
 * solved differently (`calm`) nothing that gold has alone is a fault.
 */
export function toneOf(row: AlignmentRow, calm: boolean): string {
  if (row.readOnly) return 'text-faint'
  return calm && row.kind === 'missing' ? 'text-dim' : cellKinds[row.kind].text
}
