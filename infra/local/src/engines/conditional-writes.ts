import type { FastifyInstance, FastifyRequest } from 'fastify'

import { AwsRefusal } from './aws-refusal.ts'
import { internalAddress } from './internal-address.ts'
import { addressOf, type ObjectAddress, requirePlainKey } from './object-address.ts'

/**
 * Implements S3's conditional writes (If-Match, If-None-Match: *), which the emulator ignores. Of two writers that read the same
 * version exactly one succeeds: once its body has arrived, a write has its bucket to itself, whichever spelling, form upload or
 * multipart completion names the key.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function guardConditionalWrites(s3: FastifyInstance): void {
  const turns = new Map<string, Promise<void>>()
  const releases = new WeakMap<FastifyRequest, () => void>()

  s3.addHook('preHandler', async (request, reply) => {
    const address = addressOf(request)
    const { bucket } = address
    if (bucket === '' || request.method === 'GET' || request.method === 'HEAD') return
    requirePlainKey(address.key)
    const before = turns.get(bucket)
    const { promise, resolve } = Promise.withResolvers<void>()
    turns.set(bucket, promise)
    releases.set(request, () => {
      if (turns.get(bucket) === promise) turns.delete(bucket)
      resolve()
    })
    // A writer that disconnects while it waits must not block those behind it.
    reply.raw.once('close', () => releases.get(request)?.())
    await before
    if (writesObject(request, address)) await requireCondition(s3, request, address)
  })
  s3.addHook('onResponse', async (request) => releases.get(request)?.())
}

/** Whether a request creates, replaces or deletes the object that its path names; a part of a multipart upload does not. */
function writesObject({ method, query }: FastifyRequest, { key }: ObjectAddress): boolean {
  const named = query as Record<string, unknown>
  if (key === '' || 'partNumber' in named) return false
  return method === 'PUT' || method === 'DELETE' || (method === 'POST' && 'uploadId' in named)
}

async function requireCondition(
  s3: FastifyInstance,
  { headers }: FastifyRequest,
  { bucket, key }: ObjectAddress,
): Promise<void> {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers
  if (match === undefined && noneMatch === undefined) return
  if (noneMatch !== undefined && noneMatch !== '*')
    throw new AwsRefusal(501, 'NotImplemented', 'If-None-Match on a write takes only *')
  const found = await s3.inject({
    method: 'HEAD',
    url: `/${[bucket, ...key.split('/')].map(encodeURIComponent).join('/')}`,
    // In the path style: the path above names the bucket.
    headers: { host: 'localhost' },
    remoteAddress: internalAddress,
  })
  const etag = found.statusCode === 200 ? String(found.headers['etag']) : undefined
  if (noneMatch === '*' && etag !== undefined) throw conditionFailed()
  if (match === undefined) return
  if (etag === undefined) throw new AwsRefusal(404, 'NoSuchKey', 'The specified key does not exist.')
  if (unquoted(match) !== unquoted(etag)) throw conditionFailed()
}

const conditionFailed = () =>
  new AwsRefusal(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold')

const unquoted = (etag: string) => etag.replaceAll('"', '')
