import { prove } from './prove'
import { OPERATOR_ID, type Viewer } from './viewer'

/** The command line acts as this one: whoever can open ASSAY_HOME or DATABASE_URL owns the store. */
export function operatorViewer(): Viewer {
  return prove({ id: OPERATOR_ID, name: 'operator', email: null, role: 'admin' })
}
