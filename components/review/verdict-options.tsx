import type { ShortcutGroup } from '@/components/frame/shortcuts'
import type { ToggleOption } from '@/components/ui/toggle-group'
import type { actionsRightAnswers, rationaleHonestAnswers, VerdictChoice } from '@/lib/core/review/verdict'
import type { VerdictDraft } from './verdict-draft'

export const choiceOptions: readonly ToggleOption<VerdictChoice>[] = [
  { value: 'accept', label: '✓ Accept', keys: 'a', look: 'bg-accept-wash text-accept' },
  { value: 'fix', label: '✎ Fix', keys: 'f', look: 'bg-fix-wash text-fix' },
  { value: 'reject', label: '✕ Reject', keys: 'r', look: 'bg-reject-wash text-reject' },
]

export const rightOptions: readonly ToggleOption<(typeof actionsRightAnswers)[number]>[] = [
  { value: 'yes', label: 'yes', keys: '1' },
  { value: 'no', label: 'no', keys: '2' },
  { value: 'unsure', label: 'unsure', keys: '3' },
]

export const honestOptions: readonly ToggleOption<(typeof rationaleHonestAnswers)[number]>[] = [
  { value: 'yes', label: 'yes', keys: '4' },
  { value: 'no', label: 'no', keys: '5' },
  { value: 'not applicable', label: 'n/a', keys: '6' },
]

const valueOfKey = <Value extends string>(options: readonly ToggleOption<Value>[], key: string): Value | null =>
  options.find((option) => option.keys === key)?.value ?? null

export const choiceOfKey = (key: string) => valueOfKey(choiceOptions, key)

/** The part of the draft that a digit answers. */
export function answerOfKey(key: string): Partial<VerdictDraft> {
  const actionsRight = valueOfKey(rightOptions, key)
  return actionsRight === null ? { rationaleHonest: valueOfKey(honestOptions, key) } : { actionsRight }
}

export const verdictKeys: ShortcutGroup = {
  title: 'Verdict',
  shortcuts: [
    { keys: 'a, f, r', does: 'Accept, fix, reject' },
    { keys: '1, 2, 3', does: 'Actions right: yes, no, unsure' },
    { keys: '4, 5, 6', does: 'Rationale honest: yes, no, n/a' },
    { keys: 'w', does: 'Write the note' },
    { keys: 'Mod+Enter', does: 'Submit, also from the note' },
  ],
}
