import { ChevronRight } from 'lucide-react'
import type { PreambleMessage } from '@/lib/core/trajectory/types'
import { sizeText } from './size-text'

const LONG = 1200

/** What the model was asked: the instruction in the reading face, and folded under it what came before the episode. */
export function Opening({
  instruction,
  secret,
  preamble,
}: {
  instruction: string
  /** Whether the model was never shown it. */
  secret: boolean
  preamble: readonly PreambleMessage[]
}) {
  const length = [...instruction].length
  return (
    <section aria-label="Instruction" className="space-y-2 pl-[2.375rem]">
      {secret && <p className="text-faint text-xs">The orders of the simulated user. The model never saw them.</p>}
      {length > LONG ? (
        <details className="group">
          <summary className="reading verbatim list-none">
            <span className="line-clamp-6 group-open:line-clamp-none">{instruction}</span>
            <span className="text-accent text-xs group-open:hidden">all of it, {sizeText(length)}</span>
          </summary>
        </details>
      ) : (
        <p className="reading verbatim">{instruction}</p>
      )}
      {preamble.length > 0 && <Preamble messages={preamble} />}
    </section>
  )
}

function Preamble({ messages }: { messages: readonly PreambleMessage[] }) {
  const length = messages.reduce((sum, { content }) => sum + content.length, 0)
  const examples = messages.filter((message) => message.example === true).length
  const count = `${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`
  return (
    <details className="group">
      <summary className="flex min-h-6 list-none items-center gap-1 text-dim text-xs hover:text-ink">
        <ChevronRight
          aria-hidden
          className="size-4 text-faint transition-transform duration-100 group-open:rotate-90"
        />
        Before the episode: {count}, {sizeText(length)}
        {examples > 0 && `, ${examples} of them examples`}
      </summary>
      <ol className="mt-1 space-y-3 border-l-2 pl-3">
        {messages.map(({ role, content, example }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a message is its place in the prompt
          <li key={at}>
            <p className="text-faint text-xs">
              {role}
              {example === true && ', example'}
            </p>
            <p className="verbatim max-w-[90ch] text-dim">{content}</p>
          </li>
        ))}
      </ol>
    </details>
  )
}
