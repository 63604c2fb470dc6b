import { cn } from '@/components/ui/class-names'
import type { JsonObject } from '@/lib/core/trajectory/types'
import { onlyText } from './only-text'

/**
 * A call as it is read: `search[shoes]` as written where that is one line; a name over its text (SQL, shell) where the
 * text is long; a name over its arguments, one a line, where there are several.
 */
export function CallText({
  name,
  args,
  raw,
  label,
  className,
}: {
  name: string | null
  args: JsonObject | null
  raw: string
  label: string
  className?: string
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of lines that belong together, not a set of fields
    <div
      role="group"
      aria-label={label}
      title={raw.length <= 2000 ? raw : undefined}
      className={cn('verbatim rounded-md bg-well px-2.5 py-1.5 font-mono text-xs leading-5', className)}
    >
      <CallBody name={name} args={args} raw={raw} />
    </div>
  )
}

/** What is best read as it was written: `take mug 1 from desk 2`, `search[shoes]`; not a call with JSON in it. */
const isShort = (raw: string) => raw !== '' && raw.length <= 120 && !/[\n{]/.test(raw)

function CallBody({ name, args, raw }: { name: string | null; args: JsonObject | null; raw: string }) {
  if (name === null) return raw
  if (isShort(raw)) return raw
  const text = onlyText(args)
  const keys = args === null ? [] : Object.entries(args)
  if (text !== null && (text.includes('\n') || text.length > 80))
    return (
      <>
        <span className="text-faint">{name}</span>
        {'\n'}
        {text}
      </>
    )
  if (keys.length > 1 || (keys.length === 1 && text === null))
    return (
      <>
        <span className="font-semibold">{name}</span>
        {keys.map(([key, value]) => (
          <ArgumentLine key={key} name={key} value={typeof value === 'string' ? value : JSON.stringify(value)} />
        ))}
      </>
    )
  return raw === '' ? name : raw
}

function ArgumentLine({ name, value }: { name: string; value: string }) {
  return (
    <span className="block pl-3">
      <span className="text-faint">{name}</span> {value}
    </span>
  )
}
