import type { GrammarName } from '../tasks'
import { bash } from './bash'
import { choice } from './choice'
import { codeAct } from './code-act'
import { command } from './command'
import { freeText } from './free-text'
import type { Grammar } from './grammar'
import { household } from './household'
import { operation } from './operation'
import { request } from './request'
import { sql } from './sql'
import { thinkAct } from './think-act'
import { thoughtAction } from './thought-action'

/** Every grammar a task may name. Tool calls are no text: what is said beside them is said to the user. */
export const grammars: Readonly<Record<GrammarName, Grammar>> = {
  'free text': freeText,
  household,
  operation,
  'thought-action': thoughtAction,
  'think-act': thinkAct,
  choice,
  'tool calls': freeText,
  sql,
  bash,
  'code-act': codeAct,
  command,
  request,
}
