/** Every act the audit log can hold: the noun it is done to, and how the log reads ("operator imported source …"). */
export const acts = {
  'source.import': { subject: 'source', reads: 'imported' },
  'source.delete': { subject: 'source', reads: 'deleted' },
  'source.restore': { subject: 'source', reads: 'restored' },
  'verdict.record': { subject: 'trajectory', reads: 'judged' },
  'verdict.withdraw': { subject: 'trajectory', reads: 'withdrew the verdict on' },
  'job.retry': { subject: 'job', reads: 'retried' },
  'job.cancel': { subject: 'job', reads: 'cancelled' },
  'person.add': { subject: 'person', reads: 'added' },
  'person.invite': { subject: 'invitation', reads: 'invited' },
  'person.revoke': { subject: 'invitation', reads: 'revoked' },
  'person.accept': { subject: 'person', reads: 'joined as' },
  'person.role': { subject: 'person', reads: 'changed the role of' },
  'person.disable': { subject: 'person', reads: 'disabled' },
  'person.enable': { subject: 'person', reads: 'enabled' },
  'person.reset': { subject: 'person', reads: 'reset the password of' },
  'person.password': { subject: 'person', reads: 'chose a new password as' },
  'person.lock': { subject: 'person', reads: 'locked' },
  'person.end-sessions': { subject: 'person', reads: 'ended the sessions of' },
  'example.make': { subject: 'store', reads: 'made the example workspace of' },
  'example.remove': { subject: 'store', reads: 'removed the example workspace of' },
  'store.backup': { subject: 'store', reads: 'backed up' },
  'store.restore': { subject: 'store', reads: 'restored' },
} as const satisfies Record<string, { subject: string; reads: string }>

export type AuditedAct = keyof typeof acts
