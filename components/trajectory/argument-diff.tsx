import { diffWordsWithSpace } from 'diff'
import type { Action, Json } from '@/lib/core/trajectory/types'
import { onlyText } from './only-text'

type Call = Pick<Action, 'name' | 'arguments'>

const shown = (value: Json | undefined) => (typeof value === 'string' ? value : JSON.stringify(value))

/** The gold call with what the step wrote instead: struck out what gold has alone, underlined what the step has alone. */
export function ArgumentDiff({ gold, step }: { gold: Call; step: Call }) {
  const [goldText, stepText] = [onlyText(gold.arguments), onlyText(step.arguments)]
  if (goldText !== null && stepText !== null) return <TextDiff gold={goldText} step={stepText} />
  const keys = [...new Set([...Object.keys(gold.arguments), ...Object.keys(step.arguments)])]
  return keys.map((key) => {
    const [wanted, given] = [shown(gold.arguments[key]), shown(step.arguments[key])]
    return (
      <span key={key} className="block pl-3">
        <span className="text-faint">{key}</span>{' '}
        {wanted === given ? <span className="text-dim">{wanted}</span> : <TextDiff gold={wanted} step={given} />}
      </span>
    )
  })
}

/** Milliseconds after which two long texts are shown whole, one after the other, instead of compared. */
const PATIENCE = 40

function TextDiff({ gold, step }: { gold: string | undefined; step: string | undefined }) {
  const parts =
    gold === undefined || step === undefined ? undefined : diffWordsWithSpace(gold, step, { timeout: PATIENCE })
  if (parts === undefined)
    return (
      <>
        {gold !== undefined && <Removed>{gold}</Removed>}
        {gold !== undefined && step !== undefined && ' '}
        {step !== undefined && <Added>{step}</Added>}
      </>
    )
  let at = 0
  return parts.map((part) => {
    at += part.value.length
    if (part.removed) return <Removed key={`g${at}`}>{part.value}</Removed>
    if (part.added) return <Added key={`s${at}`}>{part.value}</Added>
    return <span key={`b${at}`}>{part.value}</span>
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
