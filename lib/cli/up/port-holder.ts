import { readdir, readFile, readlink } from 'node:fs/promises'
import { run } from '@/lib/cli/run'

/** What to say where the port is taken. */
export async function portTaken(host: string, port: number): Promise<string> {
  const holder = await portHolder(port)
  return (
    `Port ${port} of ${host} is taken${holder ? ` by ${holder}` : ''}. ` +
    'Stop that, or take another port: npm start -- --port 3001'
  )
}

/** Which process listens on a TCP port, as "process 123 (node server.js)"; null where this user cannot see it. */
async function portHolder(port: number): Promise<string | null> {
  const pid = process.platform === 'linux' ? await listenerByProc(port) : await listenerByLsof(port)
  if (pid === null) return null
  const { output } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ output: '' }))
  const command =
    output || (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ').trim()
  return command ? `process ${pid} (${command.slice(0, 80)})` : `process ${pid}`
}

async function listenerByLsof(port: number): Promise<number | null> {
  const { output } = await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fp']).catch(() => ({ output: '' }))
  const pid = /^p(\d+)$/m.exec(output)?.[1]
  return pid ? Number(pid) : null
}

async function listenerByProc(port: number): Promise<number | null> {
  const inodes = new Set<string>()
  const wanted = port.toString(16).toUpperCase().padStart(4, '0')
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const lines = (await readFile(table, 'utf8').catch(() => '')).split('\n')
    for (const line of lines) {
      // local address, remote address, state (0A: listening), …, inode
      const fields = line.trim().split(/\s+/)
      if (fields[1]?.endsWith(`:${wanted}`) && fields[3] === '0A' && fields[9]) inodes.add(`socket:[${fields[9]}]`)
    }
  }
  if (inodes.size === 0) return null
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    for (const descriptor of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      const target = await readlink(`/proc/${pid}/fd/${descriptor}`).catch(() => '')
      if (inodes.has(target)) return Number(pid)
    }
  }
  return null
}
