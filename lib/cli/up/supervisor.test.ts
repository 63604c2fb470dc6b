import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Failure } from '@/lib/cli/failure'
import { isAlive } from '@/lib/cli/lock'
import { useHomes } from '@/lib/cli/testing/home'
import { supervise } from '@/lib/cli/up/supervisor'

const newFolder = useHomes()

/** A child that counts its starts in a file and then does what `script` says, `starts` being how often it began. */
async function child(script: string) {
  const counter = path.join(await newFolder(), 'starts')
  await writeFile(counter, '')
  const program = `const fs = require('node:fs'); fs.appendFileSync('${counter}', '.');
    const starts = fs.readFileSync('${counter}', 'utf8').length; ${script}`
  const service = { name: 'child', args: ['-e', program], environment: () => process.env }
  return { service, starts: async () => (await readFile(counter, 'utf8')).length }
}

const STAY = 'process.send("ready"); setInterval(() => {}, 1000)'

describe('supervise', () => {
  it('starts a child again that ends by itself', async () => {
    const { service, starts } = await child(`if (starts < 3) process.exit(7); ${STAY}`)
    const supervised = supervise(service)
    await supervised.ready
    expect(await starts()).toBe(3)
    await supervised.stop()
  })

  it('gives up on a child that never becomes ready', async () => {
    const { service, starts } = await child('process.exit(7)')
    const supervised = supervise(service)
    await expect(supervised.ready).rejects.toThrow('child could not be started: it ended with 7')
    expect(await starts()).toBe(3)
    await supervised.stop()
  })

  it('tells what an exit code means instead of trying again', async () => {
    const { service, starts } = await child('process.exit(98)')
    const explain = async (code: number) => (code === 98 ? new Failure('the port is taken') : null)
    const supervised = supervise({ ...service, explain })
    await expect(supervised.ready).rejects.toThrow('the port is taken')
    expect(await starts()).toBe(1)
  })

  it('stops a child for good', async () => {
    const { service, starts } = await child(STAY)
    const supervised = supervise(service)
    await supervised.ready
    const pid = supervised.pid() ?? 0
    await supervised.stop()
    expect(isAlive(pid)).toBe(false)
    expect(await starts()).toBe(1)
  })
})
