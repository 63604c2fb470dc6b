import { mkdir, readFile, readlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { restoreLinks } from '@/lib/cli/postgres/binaries'
import { useHomes } from '@/lib/cli/testing/home'

const newFolder = useHomes()

it('restores the links of a package whose install script did not run, once', async () => {
  const folder = await newFolder()
  await mkdir(path.join(folder, 'native/lib'), { recursive: true })
  await writeFile(path.join(folder, 'native/lib/libpq.so.5.18'), 'a library')
  const links = ['libpq.so', 'libpq.so.5'].map((name) => ({
    source: 'native/lib/libpq.so.5.18',
    target: `native/lib/${name}`,
  }))
  await writeFile(path.join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))
  await restoreLinks(folder)
  await restoreLinks(folder)
  expect(await readlink(path.join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
  expect(await readFile(path.join(folder, 'native/lib/libpq.so'), 'utf8')).toBe('a library')
})
