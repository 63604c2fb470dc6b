import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { methods } from '@/lib/core/trajectory/types'

/** What a person says of the files; all of it may stay empty. */
export type SaidOfFiles = {
  licence: string
  originUrl: string
  task: string
  model: string
  method: string
}

export const nothingSaid: SaidOfFiles = { licence: '', originUrl: '', task: '', model: '', method: '' }

const fields = [
  { key: 'licence', label: 'Licence', hint: 'As it was published: MIT, CC-BY-4.0 …' },
  { key: 'originUrl', label: 'Published at', hint: 'An address people can go back to.' },
  { key: 'task', label: 'Task', hint: 'Overrules what the records say.' },
  { key: 'model', label: 'Model', hint: 'Where the records name none.' },
] as const

export function ImportOptions({ said, onChange }: { said: SaidOfFiles; onChange: (said: SaidOfFiles) => void }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {fields.map(({ key, label, hint }) => (
        <Field key={key} id={`import-${key}`} label={label} hint={hint}>
          <Input
            id={`import-${key}`}
            aria-describedby={`import-${key}-hint`}
            value={said[key]}
            maxLength={500}
            onChange={(event) => onChange({ ...said, [key]: event.target.value })}
          />
        </Field>
      ))}
      <Field id="import-method" label="Method" hint="How the trajectories were made, where the records do not say.">
        <Select
          id="import-method"
          aria-describedby="import-method-hint"
          value={said.method}
          onChange={(event) => onChange({ ...said, method: event.target.value })}
        >
          <option value="">as the records say</option>
          {methods.map((method) => (
            <option key={method} value={method}>
              {method}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  )
}
