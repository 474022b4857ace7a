import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { newKey } from '../testing.ts'
import { isSignedBy, signJson } from './signature.ts'
import { signerFromEnv } from './signer-from-env.ts'
import { localSigner, publicKeyFrom } from './signer.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync())

test('a signature is valid for any formatting of the same JSON', async () => {
  const { signer, publicKey } = newKey()
  const signature = await signJson(signer, { b: [1, 'é'], a: undefined, c: { y: 1e21, x: null } })
  const key = publicKeyFrom(publicKey)
  expect(isSignedBy(key, { c: { x: null, y: 1e21 }, b: [1, 'é'] }, signature)).toBe(true)
  expect(isSignedBy(key, { c: { x: null, y: 1e21 }, b: ['é', 1] }, signature)).toBe(false)
})

test('a key that is not Ed25519 is refused', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' })
  expect(() => localSigner(pem)).toThrow(/not an Ed25519 key/)
  expect(() => localSigner('nonsense')).toThrow(/can't be read/)
})

// A fake of KMS: its AWS JSON 1.1 protocol with a real key behind it.
test('a key in KMS and a key in a file give the same signature', async () => {
  const key = newKey()
  const folder = mkdtempSync(join(tmpdir(), 'keys-'))
  resources.defer(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'ana.pem'), key.pem)
  const KMS_ENDPOINT_URL = await kms(key.pem)

  const inFile = await signerFromEnv({ MALL_SIGNING_KEY: join(folder, 'ana.pem') })
  const inKms = await signerFromEnv({
    MALL_SIGNING_KEY: 'kms:alias/cart',
    AWS_REGION: 'eu-central-1',
    KMS_ENDPOINT_URL,
  })
  // Longer than the 4 KiB that KMS signs.
  const json = { text: 'x'.repeat(10_000) }
  expect(await signJson(inKms, json)).toEqual(await signJson(inFile, json))

  const other = signerFromEnv({
    MALL_SIGNING_KEY: 'kms:alias/rsa',
    AWS_REGION: 'eu-central-1',
    KMS_ENDPOINT_URL,
  })
  await expect(other).rejects.toMatchObject({ reason: 'INVALID' })
})

async function kms(pem: string): Promise<string> {
  process.env['AWS_ACCESS_KEY_ID'] ??= 'test'
  process.env['AWS_SECRET_ACCESS_KEY'] ??= 'test'
  const privateKey = createPrivateKey(pem)
  const { x } = privateKey.export({ format: 'jwk' })
  // SubjectPublicKeyInfo of Ed25519 (RFC 8410): a constant prefix and the 32 bytes.
  const head = Buffer.from('302a300506032b6570032100', 'hex')
  const der = Buffer.concat([head, Buffer.from(x ?? '', 'base64url')])
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const asked = JSON.parse(await text(request))
    const message = Buffer.from(asked.Message ?? '', 'base64')
    const refused = message.length > 4096 || (asked.Message && asked.SigningAlgorithm !== 'ED25519_SHA_512')
    response.writeHead(refused ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' })
    const KeySpec = asked.KeyId === 'alias/rsa' ? 'RSA_2048' : 'ECC_NIST_EDWARDS25519'
    const told =
      request.headers['x-amz-target'] === 'TrentService.GetPublicKey'
        ? { KeySpec, PublicKey: der.toString('base64') }
        : { Signature: sign(null, message, privateKey).toString('base64') }
    response.end(JSON.stringify(refused ? { __type: 'ValidationException' } : told))
  }

  const server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1')
  resources.defer(() => void server.close())
  await once(server, 'listening')
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}
