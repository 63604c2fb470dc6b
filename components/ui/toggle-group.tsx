import type { ReactNode } from 'react'
import { cn } from './class-names'
import { Kbd } from './kbd'

export type ToggleOption<Value extends string> = {
  value: Value
  label: ReactNode
  keys?: string
  /** How it looks when it is the chosen one. */
  look?: string
}

/** One of a few, side by side; pressing the chosen one again takes it back where `onChange` takes null. */
export function ToggleGroup<Value extends string>({
  label,
  value,
  options,
  onChange,
  hideLabel = false,
}: {
  label: string
  value: Value | null
  options: readonly ToggleOption<Value>[]
  onChange: (value: Value | null) => void
  hideLabel?: boolean
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that are pressed, not fields of a form
    <div role="group" aria-label={label} className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      {!hideLabel && (
        <span aria-hidden className="text-dim">
          {label}
        </span>
      )}
      <span className="inline-flex divide-x overflow-clip rounded-md border border-field/60 bg-surface">
        {options.map((option) => {
          const chosen = option.value === value
          return (
            <button
              key={option.value}
              type="button"
              aria-pressed={chosen}
              onClick={() => onChange(chosen ? null : option.value)}
              className={cn(
                'inline-flex h-7 items-center gap-1.5 px-2 focus-visible:-outline-offset-2',
                chosen ? cn('bg-wash font-medium text-accent', option.look) : 'text-ink hover:bg-well',
              )}
            >
              {option.label}
              {option.keys !== undefined && <Kbd keys={option.keys} className="max-lg:hidden" />}
            </button>
          )
        })}
      </span>
    </div>
  )
}
