import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { startChild } from '@mallhive/infra-local/child-process'
import { freePort } from '@mallhive/infra-local/free-port'

import type { Programs } from './programs.ts'

/** Opens an empty registry of images on this machine. */
export async function openRegistry({ path, env }: Programs, home: string) {
  const host = `127.0.0.1:${await freePort()}`
  const folder = join(home, 'registry')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const config = join(home, 'registry.yml')
  const settings = {
    version: 0.1,
    log: { level: 'error', accesslog: { disabled: true } },
    storage: { filesystem: { rootdirectory: folder } },
    http: { addr: host },
  }
  writeFileSync(config, JSON.stringify(settings))
  const part = await startChild({
    name: 'registry',
    command: path('registry'),
    args: ['serve', config],
    env,
    logFile: join(home, 'registry.log'),
    ready: async () => (await fetch(`http://${host}/v2/`)).ok,
  })
  return { host, folder, [Symbol.asyncDispose]: () => part.stop() }
}
