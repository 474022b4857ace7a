import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import { inject } from 'vitest'
import type { Descriptor } from './descriptor.ts'
import { headersFor } from './file-headers.ts'
import { sha384 } from './integrity.ts'
import { descriptorKey, releasePrefix } from './keys.ts'
import { openStore } from './store.ts'
import type { ReleaseStore } from './store.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    engines: { postgresUrl: string; redisUrl: string; awsEndpoint: string }
  }
}

export type Fault = '500' | 'hang' | 'truncate' | 'alter' | 'gone'

export interface Faults {
  /** From now on, reads of matching objects go wrong in this way. */
  set: (pattern: RegExp, fault: Fault) => void
  clear: () => void
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** A fresh bucket on a real S3, read through a line on which faults can be switched on. */
export async function faultyBucket() {
  const endpoint = inject('engines').awsEndpoint
  const bucket = `releases-${randomUUID()}`
  const s3 = new S3Client({ endpoint, region: 'eu-central-1', forcePathStyle: true, credentials })
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  s3.destroy()

  let active: { pattern: RegExp; fault: Fault } | undefined
  const server = createServer((req, res) => {
    const hit = req.method === 'GET' && active?.pattern.test(req.url ?? '') ? active.fault : undefined
    if (hit === '500' || hit === 'gone') res.writeHead(hit === '500' ? 500 : 404).end()
    else if (hit !== 'hang') forward(endpoint, req, res, hit)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const store = openStore({
    bucket,
    endpoint: `http://127.0.0.1:${port}`,
    credentials,
    timeoutMs: 400,
    attempts: 1,
  })
  const faults: Faults = {
    set: (pattern, fault) => (active = { pattern, fault }),
    clear: () => (active = undefined),
  }
  const env = {
    RELEASES_BUCKET: bucket,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }
  return {
    store,
    faults,
    env,
    async [Symbol.asyncDispose]() {
      store[Symbol.dispose]()
      server.closeAllConnections()
      server.close()
    },
  }
}

function forward(endpoint: string, req: IncomingMessage, res: ServerResponse, fault?: Fault): void {
  const { method, headers, url } = req
  const onward = request(new URL(url ?? '/', endpoint), { method, headers }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => chunks.push(chunk))
    answer.on('end', () => {
      const body = Buffer.concat(chunks)
      res.writeHead(answer.statusCode ?? 502, { ...answer.headers, connection: 'close' })
      if (fault === 'alter' && body.length > 0) body[body.length - 1] = 0x20
      if (fault === 'truncate') res.write(body.subarray(0, body.length / 2), () => res.destroy())
      else res.end(body)
    })
  })
  req.pipe(onward)
}

const bundleFiles = ['web/remoteEntry.js', 'ssr/remoteEntry.js', 'bff/main.cjs']

/** A release whose every file is the same text. */
export function bundleDescriptor(name: string, version: string, bytes: Uint8Array): Descriptor {
  return {
    id: releaseId(name, version),
    name,
    version,
    base: releaseBase(name, version),
    web: 'web/remoteEntry.js',
    ssr: 'ssr/remoteEntry.js',
    bff: 'bff/main.cjs',
    exposes: {},
    integrity: Object.fromEntries(bundleFiles.map((file) => [file, sha384(bytes)])),
    routes: {},
    consumes: [],
    fragments: {},
    passes: [],
    rpcs: [],
    budgetKb: 60,
    smoke: [],
    shared: {},
    sizes: Object.fromEntries(bundleFiles.map((file) => [file, bytes.length])),
  }
}

/** Publishes a release that is nothing but one bundle of CommonJS text, for the server and the BFF alike. */
export async function publishBundle(
  store: ReleaseStore,
  name: string,
  version: string,
  code: string,
): Promise<void> {
  const bytes = Buffer.from(code)
  const prefix = releasePrefix(name, version)
  await Promise.all(bundleFiles.map((file) => store.create(prefix + file, bytes, headersFor(file))))
  const json = Buffer.from(JSON.stringify(bundleDescriptor(name, version, bytes)))
  await store.create(descriptorKey(name, version), json, headersFor('release.json'))
}
