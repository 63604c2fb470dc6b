import { CodeBlock } from '@/components/ui/code-block'
import type { TaskKnowledge } from '@/lib/core/trajectory/tasks'

/** What counts as the same call: in sentences, the tasks that compare so with their own rules, and the program itself. */
export function NormaliserText({
  folds,
  tasks,
  sources,
}: {
  folds: readonly string[]
  tasks: readonly Pick<TaskKnowledge, 'name' | 'title' | 'rules'>[]
  sources: readonly { file: string; text: string }[]
}) {
  return (
    <div className="max-w-4xl space-y-6">
      <section aria-labelledby="folds">
        <h2 id="folds" className="font-semibold">
          What does not tell two calls apart
        </h2>
        <ul className="list-disc space-y-1 pt-2 pl-5">
          {folds.map((fold) => (
            <li key={fold}>{fold}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tasks">
        <h2 id="tasks" className="font-semibold">
          Tasks compared so
        </h2>
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 pt-2">
          {tasks.map(({ name, title, rules }) => (
            <div key={name} className="contents">
              <dt>{title}</dt>
              <dd className="text-dim">{rulesText(rules)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="source" className="space-y-3">
        <h2 id="source" className="font-semibold">
          The program
        </h2>
        {sources.map(({ file, text }) => (
          <div key={file} className="space-y-1">
            <h3 className="font-mono text-dim text-xs">{file}</h3>
            <CodeBlock text={text} label={file} />
          </div>
        ))}
      </section>
    </div>
  )
}

function rulesText({ readOnly, terminal, talk, think }: TaskKnowledge['rules']): string {
  const parts = [
    ['only read', readOnly],
    ['end the episode', terminal],
    ['talk', talk],
    ['think', think],
  ] as const
  const said = parts.filter(([, names]) => names.length > 0).map(([does, names]) => `${does}: ${names.join(', ')}`)
  return said.length === 0 ? 'every action counts' : said.join('; ')
}
