import type { NormaliserName } from '../rules'
import { household } from './household'
import type { Normaliser } from './normaliser'
import { plain } from './plain'
import { searchClick } from './search-click'
import { sql } from './sql'
import { toolCall } from './tool-call'

/** Every normaliser a task may name. */
export const normalisers: Readonly<Record<NormaliserName, Normaliser>> = {
  sql,
  'search-click': searchClick,
  'tool-call': toolCall,
  household,
  plain,
}
