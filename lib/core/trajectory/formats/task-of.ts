// What the prompts of well-known tasks say, where the record's id does not name the task.
const prompts: readonly (readonly [mark: string, task: string])[] = [
  ['operate a MySQL database', 'dbbench'],
  ['Interact with a household', 'alfworld'],
  ['Your task is to: ', 'alfworld'],
  ['You are web shopping', 'webshop'],
  ['WebShop [SEP]', 'webshop'],
  ['based on the knowledge stored in a knowledge base', 'kg'],
  ['play the role of linux(ubuntu) operating system', 'os'],
  ['Based on the HTML webpage above, try to complete the following task', 'mind2web'],
  ['expert in using FHIR functions', 'medagentbench'],
  ["You're an autonomous programmer", 'swe'],
  ['You are an autonomous programmer', 'swe'],
  ["We're currently solving the following issue within our repository", 'swe'],
  ['top CTF player', 'ctf'],
  ['<uploaded_files>', 'swe'],
  ['Your code should be enclosed using "<execute>" tag', 'codeact'],
  ['Airline Agent Policy', 'tau-airline'],
  ['Retail agent policy', 'tau-retail'],
]

const ids: Readonly<Record<string, string>> = {
  db: 'dbbench',
  dbbench: 'dbbench',
  alfworld: 'alfworld',
  kg: 'kg',
  os: 'os',
  mind2web: 'mind2web',
  m2w: 'mind2web',
  webshop: 'webshop',
  hotpotqa: 'hotpotqa',
  strategyqa: 'strategyqa',
  triviaqa: 'triviaqa',
  gsm8k: 'gsm8k',
  math: 'math',
  mathqa: 'mathqa',
  apps: 'apps',
  humaneval: 'humaneval',
  mbpp: 'mbpp',
  webarena: 'webarena',
  intercode_sql: 'intercode-sql',
  sciworld: 'scienceworld',
  scienceworld: 'scienceworld',
  babyai: 'babyai',
  textcraft: 'textcraft',
  roomr: 'roomr',
  iqa: 'iqa',
}

/** The task that an id names by its beginning: db_17, webshop_330. Null where it names none that is known. */
export function taskOfId(id: string): string | null {
  const stem = /^(.{1,40}?)[_-]\d+$/.exec(id.toLowerCase())?.[1]
  return stem === undefined ? null : (ids[stem] ?? null)
}

/** The task that a prompt belongs to, by what it says; null where it says nothing that is known. */
export function taskOfPrompt(texts: readonly string[]): string | null {
  for (const text of texts) {
    const head = text.slice(0, 20_000)
    for (const [mark, task] of prompts) if (head.includes(mark)) return task
  }
  return null
}
