import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { generate } from '@/lib/demo/generate'

// Run as a process of its own, so that its memory is not taken for that of what is measured.
const [file = '', count = ''] = process.argv.slice(2)
const out = createWriteStream(file)
for await (const record of generate({ seed: 'bench', trajectories: Number(count) }))
  if (!out.write(`${JSON.stringify(record)}\n`)) await once(out, 'drain')
out.end()
await once(out, 'finish')
