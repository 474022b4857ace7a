import { createServer, request } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { releaseBase, releaseId } from '@mallhive/mfe-kit/release'
import { inject } from 'vitest'
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { BuiltRelease } from './publish.ts'
import type { Descriptor } from './descriptor.ts'
import { headersFor } from './file-headers.ts'
import { sha384 } from './integrity.ts'
import { policyKey } from './keys.ts'
import { publish } from './publish.ts'
import { openStore } from './store.ts'
import { sealPolicy } from './trust/policy.ts'
import type { TrustPolicy } from './trust/policy.ts'
import { localSigner, publicKeyOf } from './trust/signer.ts'
import { openTrust } from './trust/trust.ts'
import type { SigningStore } from './trust/trusted-store.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    engines: { postgresUrl: string; redisUrl: string; awsEndpoint: string }
  }
}

export type Fault = '500' | 'hang' | 'truncate' | 'alter' | 'gone' | 'huge'

export interface Faults {
  /** Makes reads of matching objects fail in this way from now on. */
  set: (pattern: RegExp, fault: Fault) => void
  clear: () => void
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/** Creates a key: its PEM and its signer. */
export function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  return { pem, signer: localSigner(pem), publicKey: publicKeyOf(publicKey) }
}

type TestKey = ReturnType<typeof newKey>

/** Returns a policy in which each key may sign everything of the given micro frontends. */
export function policyFor(
  keys: { key: TestKey; microFrontends: string[] }[],
  routes: TrustPolicy['routes'] = { '*': ['/*'] },
  revision = 1,
): TrustPolicy {
  const entries = keys.map(({ key, microFrontends }) => [
    key.signer.keyId,
    { publicKey: key.publicKey, owner: 'ana', microFrontends, may: ['release', 'pointer'] },
  ])
  return { revision, keys: Object.fromEntries(entries), routes }
}

/** Creates a bucket on a real S3 whose policy trusts one key with everything, behind a proxy that can inject faults. */
export async function faultyBucket(endpoint = inject('engines').awsEndpoint) {
  const bucket = `releases-${randomUUID()}`
  const s3 = new S3Client({ endpoint, region: 'eu-central-1', forcePathStyle: true, credentials })
  await s3.send(new CreateBucketCommand({ Bucket: bucket }))
  s3.destroy()

  let active: { pattern: RegExp; fault: Fault } | undefined
  const server = createServer((req, res) => {
    const hit = req.method === 'GET' && active?.pattern.test(req.url ?? '') ? active.fault : undefined
    if (hit === '500' || hit === 'gone') res.writeHead(hit === '500' ? 500 : 404).end()
    else if (hit === 'huge') Readable.from(hundredMegabytes()).pipe(res)
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
    timeoutMs: 1500,
    attempts: 1,
  })
  const faults: Faults = {
    set: (pattern, fault) => (active = { pattern, fault }),
    clear: () => (active = undefined),
  }
  const root = newKey()
  const key = newKey()
  const trust = openTrust(store, root.publicKey)

  /** Replaces the policy. */
  async function decree(policy: TrustPolicy) {
    const there = await store.read(policyKey)
    await store.replace(
      policyKey,
      Buffer.from(await sealPolicy(root.signer, policy)),
      headersFor('trust.json'),
      there?.etag,
    )
    await trust.refresh()
  }
  await decree(policyFor([{ key, microFrontends: ['*'] }]))

  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  const keyFile = join(folder, 'ana.pem')
  writeFileSync(keyFile, key.pem)
  const env = {
    TRUST_ROOT: root.publicKey,
    MALL_SIGNING_KEY: keyFile,
    RELEASES_BUCKET: bucket,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  }
  const signing: SigningStore = { store, trust, signer: key.signer }
  return {
    ...signing,
    signing,
    root,
    key,
    decree,
    faults,
    env,
    async [Symbol.asyncDispose]() {
      store[Symbol.dispose]()
      rmSync(folder, { recursive: true })
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

function* hundredMegabytes() {
  const megabyte = Buffer.alloc(1 << 20, ' ')
  for (let sent = 0; sent < 100; sent++) yield megabyte
}

const bundleFiles = ['web/remoteEntry.js', 'ssr/remoteEntry.js', 'bff/main.cjs']

/**
 * Returns a file's content: the bundle, cut short in browser files, because no test runs them and publishing compresses
 * them.
 */
const contentOf = (file: string, bytes: Uint8Array) =>
  file.startsWith('web/') ? bytes.subarray(0, 1000) : bytes

/** Returns the descriptor of a release whose files all have the same content. */
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
    integrity: Object.fromEntries(bundleFiles.map((file) => [file, sha384(contentOf(file, bytes))])),
    routes: {},
    redirects: {},
    consumes: [],
    fragments: {},
    passes: [],
    rpcs: [],
    rpcsAt: {},
    budgetKb: 40,
    smoke: [],
    shared: {},
    sizes: Object.fromEntries(bundleFiles.map((file) => [file, contentOf(file, bytes).length])),
  }
}

/** Publishes a release of one CommonJS text as server and BFF bundle; `more` overrides fields of its descriptor. */
export async function publishBundle(
  signing: SigningStore,
  name: string,
  version: string,
  code: string,
  more: Partial<Descriptor> = {},
): Promise<void> {
  const built = builtBundle(name, version, code)
  try {
    await publish(signing, { ...built, descriptor: { ...built.descriptor, ...more } })
  } finally {
    rmSync(built.dir, { recursive: true })
  }
}

/** Writes the build output of such a release into a temporary folder. */
export function builtBundle(name: string, version: string, code: string): BuiltRelease {
  const dir = mkdtempSync(join(tmpdir(), 'release-'))
  for (const file of bundleFiles) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), contentOf(file, Buffer.from(code)))
  }
  return { dir, descriptor: bundleDescriptor(name, version, Buffer.from(code)) }
}
