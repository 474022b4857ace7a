import { createHash } from 'node:crypto'
import { pipeline, Readable, Transform } from 'node:stream'

import type { FastifyInstance, FastifyRequest } from 'fastify'

import { AwsRefusal, accessDenied, sendRefusal } from './aws-refusal.ts'
import { objectMatcher, readableByEdge } from './bucket-policies.ts'
import { internalAddress } from './internal-address.ts'
import { addressOf } from './object-address.ts'
import { requireGranted, secretFinder } from './part-access.ts'
import { checkPostUpload, isPostUpload } from './post-upload.ts'
import { type Credentials, type FindSecret, checkSignature } from './signature.ts'
import { endpointFinder } from './subscription-endpoint.ts'

/**
 * Enforces the access control of AWS that the emulator lacks. Accepts requests signed with the administrator's key or,
 * for what infra/mall.ts gives to a part, with the part's key; reads of objects that a bucket policy allows to the edge; and form
 * uploads within the policy that they carry.
 */
export function guardAccess(aws: FastifyInstance, administrator: Credentials): void {
  const mayRead = objectMatcher(readableByEdge())
  const secretOf = secretFinder(administrator)
  const endpointOf = endpointFinder(aws)
  const signers = new WeakMap<FastifyRequest, string>()
  const signedHashes = new WeakMap<FastifyRequest, string>()
  // Requests to SNS and SQS whose signature covers a hash that only the body gives, as the AWS command line sends them.
  const unverified = new WeakSet<FastifyRequest>()

  aws.setErrorHandler((error, request, reply) => {
    if (error instanceof AwsRefusal) return sendRefusal(request, reply, error)
    throw error
  })

  aws.addHook('onRequest', async (request) => {
    const { ip, method, originalUrl: url, headers } = request
    if (ip === internalAddress || (method === 'GET' && url === '/health')) return
    const address = addressOf(request)
    if (isPostUpload(request, address)) return
    if (method === 'POST' && address.bucket === '' && !('x-amz-content-sha256' in headers)) {
      unverified.add(request)
      return
    }
    const signed = await checkSignature({ method, url, headers }, secretOf)
    if (signed) {
      // A signature is valid for one service only.
      if ((signed.service === 's3') !== (address.bucket !== '' || method !== 'POST')) throw accessDenied()
      signers.set(request, signed.accessKeyId)
      signedHashes.set(request, signed.payloadHash)
      return
    }
    const reads = (method === 'GET' || method === 'HEAD') && address.key !== '' && !url.includes('?')
    if (!reads || !mayRead(address.bucket, address.key)) throw accessDenied()
  })

  aws.addHook('preParsing', async (request, _reply, payload) => {
    if (unverified.has(request)) {
      const body = await readBody(payload)
      signers.set(request, await checkBodySignature(request, body, secretOf))
      unverified.delete(request)
      return Readable.from([body])
    }
    const hash = signedHashes.get(request)
    // UNSIGNED-PAYLOAD and streaming signatures contain no hash of the whole body.
    return hash !== undefined && /^[\da-f]{64}$/.test(hash) ? hashChecked(payload, hash) : payload
  })

  aws.addHook('preHandler', async (request) => {
    if (unverified.has(request)) throw accessDenied()
    const address = addressOf(request)
    if (isPostUpload(request, address))
      signers.set(request, await checkPostUpload(request, address, secretOf))
    const signer = signers.get(request)
    if (signer !== undefined && signer !== administrator.accessKeyId)
      await requireGranted(request, address, signer, endpointOf)
  })
}

// A batch of SNS or SQS has at most 256 KiB.
const mostBodyBytes = 1 << 20

async function readBody(payload: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of payload) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > mostBodyBytes) throw new AwsRefusal(413, 'RequestEntityTooLarge', 'The request is too large')
  }
  return Buffer.concat(chunks)
}

/** Returns the access key. Throws unless the request carries a signature of its body for a service other than S3. */
async function checkBodySignature(
  { method, originalUrl: url, headers }: FastifyRequest,
  body: Buffer,
  secretOf: FindSecret,
): Promise<string> {
  const bodyHash = createHash('sha256').update(body).digest('hex')
  const signed = await checkSignature({ method, url, headers, bodyHash }, secretOf)
  if (!signed || signed.service === 's3') throw accessDenied()
  return signed.accessKeyId
}

/** Returns the body as a stream that fails at its end when its hash differs from the signed one. */
function hashChecked(payload: Readable, expected: string): Readable {
  const hash = createHash('sha256')
  const check = new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      const matches = hash.digest('hex') === expected
      const message = 'The provided x-amz-content-sha256 header does not match what was computed'
      done(matches ? null : new AwsRefusal(400, 'XAmzContentSHA256Mismatch', message))
    },
  })
  // The reader receives an error of the body through the stream.
  pipeline(payload, check, () => {})
  return check
}
