import { cn } from './class-names'
import { CopyButton } from './copy-button'

/** Text as it was written, on a tinted ground, with a button that copies it. Markup in it stays text. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  return (
    <figure className={cn('group relative rounded-md bg-well', className)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys */}
      <section aria-label={label} tabIndex={0} className="max-h-[60vh] overflow-auto rounded-md">
        <pre className="verbatim p-3 pr-10 font-mono text-xs">{text}</pre>
      </section>
      <CopyButton text={text} label={`Copy ${label}`} className="absolute top-1.5 right-1.5" />
    </figure>
  )
}
