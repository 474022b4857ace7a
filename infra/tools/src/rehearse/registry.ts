import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

import { freePort } from '@mallhive/infra-local/free-port'

import type { ControlPlane } from '../cluster/control-plane.ts'

export type Registry = {
  /** As it stands before an image's name. */
  host: string
  /** Pushes an image of one layer with one file; returns its digest. */
  push: (name: string, tag: string, text: string) => Promise<string>
}

/** Starts Debian's docker-registry. */
export async function startRegistry(cluster: ControlPlane, program: string): Promise<Registry> {
  const host = `127.0.0.1:${await freePort()}`
  const config = join(cluster.dir, 'registry.json')
  const storage = { filesystem: { rootdirectory: join(cluster.dir, 'images') } }
  writeFileSync(
    config,
    JSON.stringify({ version: 0.1, log: { level: 'warn' }, storage, http: { addr: host } }),
  )
  await cluster.start({
    name: 'registry',
    command: program,
    args: ['serve', config],
    ready: async () => (await fetch(`http://${host}/v2/`)).ok,
  })
  return { host, push: (name, tag, text) => push(host, name, tag, text) }
}

const types = {
  manifest: 'application/vnd.oci.image.manifest.v1+json',
  config: 'application/vnd.oci.image.config.v1+json',
  layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
}

async function push(host: string, name: string, tag: string, text: string): Promise<string> {
  const base = `http://${host}/v2/${name}`
  const tar = archive('version', text)
  const layer = gzipSync(tar)
  const rootfs = { type: 'layers', diff_ids: [digestOf(tar)] }
  const config = Buffer.from(
    JSON.stringify({ architecture: 'amd64', os: 'linux', config: { User: '65532' }, rootfs }),
  )
  for (const body of [layer, config]) {
    const { headers } = await ok(await fetch(`${base}/blobs/uploads/`, { method: 'POST' }))
    const place = new URL(headers.get('location') ?? '', base)
    place.searchParams.set('digest', digestOf(body))
    const type = { 'content-type': 'application/octet-stream' }
    await ok(await fetch(place, { method: 'PUT', body: new Uint8Array(body), headers: type }))
  }
  const described = (mediaType: string, bytes: Buffer) => ({
    mediaType,
    digest: digestOf(bytes),
    size: bytes.length,
  })
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: types.manifest,
      config: described(types.config, config),
      layers: [described(types.layer, layer)],
    }),
  )
  const headers = { 'content-type': types.manifest }
  await ok(
    await fetch(`${base}/manifests/${tag}`, { method: 'PUT', body: new Uint8Array(manifest), headers }),
  )
  return digestOf(manifest)
}

/** Returns a tar archive of one file. */
function archive(name: string, text: string): Buffer {
  const file = Buffer.from(text)
  const head = Buffer.alloc(512)
  head.write(name)
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, '0')}\0`
  head.write(octal(0o644, 8) + octal(0, 8) + octal(0, 8) + octal(file.length, 12) + octal(0, 12), 100)
  head.write('        0ustar\u000000', 148)
  head.write(
    octal(
      head.reduce((sum, byte) => sum + byte, 0),
      7,
    ),
    148,
  )
  return Buffer.concat([head, file, Buffer.alloc(1536 - (file.length % 512))])
}

const digestOf = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

async function ok(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`registry: ${response.status} ${await response.text()}`)
  return response
}
