import { type ArgumentDifference, diffCalls } from '@/lib/core/gold/diff'
import type { NormaliserName } from '@/lib/core/gold/rules'
import type { TextDiff } from '@/lib/core/gold/text-diff'
import type { Action, Json } from '@/lib/core/trajectory/types'
import { onlyText } from './only-text'

const shown = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value))

/** The gold call and what the step wrote instead: struck out what gold has alone, underlined what the step has alone. */
export function ArgumentDiff({ gold, step, normaliser }: { gold: Action; step: Action; normaliser: NormaliserName }) {
  const difference = diffCalls(gold, step, normaliser)
  const single = onlyText(gold.arguments) !== null && onlyText(step.arguments) !== null
  return (
    <>
      <CallName gold={gold.name} difference={difference.name} />
      {single || difference.arguments.length === 0 ? (
        <>
          {' '}
          <Segments text={difference.arguments[0]?.text ?? difference.text} />
        </>
      ) : (
        <Arguments gold={gold} differences={difference.arguments} />
      )}
    </>
  )
}

function CallName({ gold, difference }: { gold: string; difference: { gold: string; actual: string } | null }) {
  if (difference === null) return <span className="font-semibold">{gold}</span>
  return (
    <span className="font-semibold">
      <Removed>{difference.gold}</Removed> <Added>{difference.actual}</Added>
    </span>
  )
}

/** Equal arguments quietly, then every place that differs under its path. */
function Arguments({ gold, differences }: { gold: Action; differences: readonly ArgumentDifference[] }) {
  const touched = new Set(differences.map(({ path }) => path[0]))
  return (
    <>
      {Object.entries(gold.arguments)
        .filter(([key]) => !touched.has(key))
        .map(([key, value]) => (
          <span key={key} className="block truncate pl-3 text-faint">
            {key} {shown(value)}
          </span>
        ))}
      {differences.map((one) => (
        <span key={one.path.join('.')} className="block pl-3">
          <span className="text-faint">{one.path.join('.')}</span> <Difference {...one} />
        </span>
      ))}
    </>
  )
}

function Difference({ kind, gold, actual, text }: ArgumentDifference) {
  if (text !== null) return <Segments text={text} />
  return (
    <>
      {kind !== 'added' && <Removed>{shown(gold)}</Removed>} {kind !== 'removed' && <Added>{shown(actual)}</Added>}
    </>
  )
}

function Segments({ text: { segments } }: { text: TextDiff }) {
  let at = 0
  return segments.map(({ kind, gold, actual }) => {
    at += gold.length + actual.length
    if (kind === 'removed') return <Removed key={`g${at}`}>{gold}</Removed>
    if (kind === 'added') return <Added key={`s${at}`}>{actual}</Added>
    return <span key={`b${at}`}>{gold}</span>
  })
}

function Removed({ children }: { children: string }) {
  return (
    <del className="rounded-sm bg-missing-wash text-missing decoration-1">
      <span className="sr-only">gold only: </span>
      {children}
    </del>
  )
}

function Added({ children }: { children: string }) {
  return (
    <ins className="rounded-sm bg-extra-wash text-extra decoration-1 underline-offset-2">
      <span className="sr-only">step only: </span>
      {children}
    </ins>
  )
}
