/**
 * Every table of the store: whether a backup keeps it, or why it does not. A table that is missing here stops the
 * backup, so that nothing is ever left out by accident.
 */
export const backedUp: Record<string, 'kept' | `left out: ${string}`> = {
  alignment: 'kept',
  auth_account: 'kept',
  auth_rate_limit: 'left out: counts the last minutes of one running place',
  auth_session: 'left out: whoever restores a backup signs in anew',
  auth_user: 'kept',
  auth_verification: 'left out: links that are valid for minutes',
  entry: 'kept',
  entry_head: 'kept',
  flag: 'kept',
  flag_decision: 'kept',
  gold_sequence: 'kept',
  instance: 'kept',
  invitation: 'kept',
  job: 'kept',
  person: 'kept',
  preamble: 'kept',
  record: 'kept',
  report: 'kept',
  review: 'kept',
  revision: 'kept',
  search_chunk: 'kept',
  setting: 'kept',
  source: 'kept',
  step: 'kept',
  task: 'kept',
  trajectory: 'kept',
  verdict: 'kept',
  worker: 'left out: processes that are alive at this moment',
}
