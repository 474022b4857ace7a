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

export type Manifest = { type: string; body: string }

/** The address of the manifests of a repository, which begins with the registry's host. */
export const manifestsOf = (repository: string): string =>
  `http://${repository.replace('/', '/v2/')}/manifests`

export async function getManifest(manifests: string, name: string): Promise<Manifest> {
  const kinds = ['docker.distribution.manifest.v2', 'oci.image.manifest.v1']
  const accept = kinds.map((kind) => `application/vnd.${kind}+json`).join()
  const answer = await fetch(`${manifests}/${name}`, { headers: { accept } })
  if (!answer.ok) throw new Error(`the registry answers ${answer.status} for ${name}`)
  return { type: answer.headers.get('content-type') ?? '', body: await answer.text() }
}

/** Megabytes that an image takes in its registry, where its layers are compressed. */
export async function megabytesOf(reference: string): Promise<number> {
  const [repository = '', digest = ''] = reference.split('@')
  const { body } = await getManifest(manifestsOf(repository), digest)
  const { config, layers }: { config: Sized; layers: Sized[] } = JSON.parse(body)
  return Math.round([config, ...layers].reduce((total, { size }) => total + size, 0) / 1e6)
}

type Sized = { size: number }
