import { cn } from '@/components/ui/class-names'
import type { AlignmentRow } from '@/lib/core/gold/row'
import type { NormaliserName } from '@/lib/core/gold/rules'
import type { GoldAction, StepReading } from '@/lib/data/reading'
import { ArgumentDiff } from './argument-diff'
import { CallText } from './call-text'
import { cellKinds, toneOf } from './cell-kinds'

/** What gold has beside a step: the same, the same with other arguments, or nothing. */
export function GoldCell({
  row,
  action,
  step,
  otherStep,
  calm,
  normaliser,
}: {
  row: AlignmentRow
  action: GoldAction | null
  step: StepReading | null
  /** Of a reordered row: the step that holds its other half. */
  otherStep: number | null
  calm: boolean
  normaliser: NormaliserName
}) {
  const { word } = cellKinds[row.kind]
  return (
    <div className="min-w-0 space-y-0.5">
      {action !== null && <GoldCall row={row} action={action} step={step} normaliser={normaliser} />}
      <p className={cn('text-xs', toneOf(row, calm))}>
        {action !== null && <span className="beside:hidden">gold · </span>}
        {rowWords(row, word)}
        {otherStep !== null && (
          <>
            {' '}
            <a href={`#step-${otherStep}`} className="link">
              step {otherStep}
            </a>
          </>
        )}
      </p>
    </div>
  )
}

function rowWords(row: AlignmentRow, word: string): string {
  if (row.kind === 'match')
    return { text: 'match', arguments: 'match, written otherwise', result: 'match by its result', different: 'match' }[
      row.grade
    ]
  if (row.kind === 'missing') return 'missing: no step did this'
  if (row.kind === 'extra') return row.readOnly ? 'extra, only reads' : 'extra: not in gold'
  if (row.kind === 'reordered') return row.step === null ? 'reordered: done at' : 'reordered: gold has it elsewhere'
  return word
}

function GoldCall({
  row,
  action,
  step,
  normaliser,
}: {
  row: AlignmentRow
  action: GoldAction
  step: StepReading | null
  normaliser: NormaliserName
}) {
  const place = row.gold === null ? '' : ` ${row.gold + 1}`
  if (row.kind === 'arguments' && step !== null) {
    const done = { name: step.actionName ?? '', arguments: step.actionArguments ?? {}, raw: step.actionRaw ?? '' }
    return (
      <div className="verbatim rounded-md bg-well px-2.5 py-1.5 font-mono text-xs leading-5">
        <ArgumentDiff gold={action} step={done} normaliser={normaliser} />
      </div>
    )
  }
  return (
    <CallText
      name={action.name}
      args={action.arguments}
      raw={action.raw}
      label={`Gold action${place}`}
      className={row.grade === 'text' && row.kind === 'match' ? 'text-dim stacked:hidden' : ''}
    />
  )
}
