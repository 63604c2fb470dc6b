/** Words of SQL that may be written in either case, the common functions among them. */
export const sqlKeywords: ReadonlySet<string> = new Set(
  `add all alter and as asc avg begin between by call case cast coalesce column commit concat convert count create cross
  current_date database databases date default delete desc describe distinct drop else end escape except exists explain
  false from full group having if ifnull in inner insert intersect into is join key left length like limit lower max
  merge min natural not null nullif offset on or order outer over partition pragma primary regexp rename replace
  right rlike rollback round select separator set show start substr substring sum table tables then top trim true
  truncate union unique update upper use using values view when where with xor year`.split(/\s+/),
)

const reads = 'select with show describe desc explain use pragma values set begin start commit rollback lock unlock'
const writes = 'insert update delete replace merge create alter drop truncate rename call grant revoke load'

/** Words with which a statement may begin, and whether it changes what the database holds. */
export const statementVerbs: ReadonlyMap<string, boolean> = new Map([
  ...reads.split(' ').map((verb) => [verb, false] as const),
  ...writes.split(' ').map((verb) => [verb, true] as const),
])
