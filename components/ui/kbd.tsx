import { cn } from './class-names'

const written: Record<string, string> = { Enter: '↵', Escape: 'Esc', Up: '↑', Down: '↓' }

/** Keys as they are pressed: "Mod+Enter", "g t". Mod is Ctrl, or ⌘ where the system is Apple's (the frame marks it). */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cn('inline-flex gap-1 text-xs', className)}>
      {keys.split(/[ +]/).map((key, at) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: a key may come twice, and its place never changes
          key={at}
          className="min-w-5 rounded-sm border bg-paper px-1 text-center font-mono text-dim leading-[1.125rem]"
        >
          {key === 'Mod' ? <ModKey /> : (written[key] ?? key)}
        </kbd>
      ))}
    </span>
  )
}

function ModKey() {
  return (
    <>
      <span className="in-data-[apple]:hidden">Ctrl</span>
      <span className="hidden in-data-[apple]:inline">⌘</span>
    </>
  )
}
