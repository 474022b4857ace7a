import type { FastifyInstance, FastifyRequest } from 'fastify'

import { internalAddress } from './access-guard.ts'
import { AwsRefusal } from './aws-refusal.ts'

/**
 * Implements S3's conditional PutObject (If-Match, If-None-Match: *), which the emulator ignores. Writes to one key are
 * serialised, so that of two writers that read the same version exactly one succeeds.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function guardConditionalWrites(s3: FastifyInstance): void {
  const turns = new Map<string, Promise<void>>()
  const releases = new WeakMap<FastifyRequest, () => void>()

  s3.addHook('onRequest', async (request, reply) => {
    if (!changesObject(request)) return
    const path = request.url.split('?')[0] ?? ''
    const before = turns.get(path)
    const { promise, resolve } = Promise.withResolvers<void>()
    turns.set(path, promise)
    releases.set(request, () => {
      if (turns.get(path) === promise) turns.delete(path)
      resolve()
    })
    // A writer that disconnects while it waits must not block those behind it.
    reply.raw.once('close', () => releases.get(request)?.())
    await before
    if (request.method === 'PUT') await requireCondition(s3, request, path)
  })
  s3.addHook('onResponse', async (request) => releases.get(request)?.())
}

async function requireCondition(s3: FastifyInstance, request: FastifyRequest, path: string): Promise<void> {
  const { 'if-match': match, 'if-none-match': noneMatch, host } = request.headers
  if (match === undefined && noneMatch === undefined) return
  if (noneMatch !== undefined && noneMatch !== '*')
    throw new AwsRefusal(501, 'NotImplemented', 'If-None-Match on a write takes only *')
  const found = await s3.inject({
    method: 'HEAD',
    url: path,
    headers: { host },
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

/** Whether a request writes an object: PUT or DELETE of /bucket/key, but no bucket and no part of a multipart upload. */
function changesObject({ method, url }: FastifyRequest): boolean {
  const [path = '', query = ''] = url.split('?')
  return (
    (method === 'PUT' || method === 'DELETE') && /^\/[^/]+\/./.test(path) && !query.includes('partNumber=')
  )
}

const unquoted = (etag: string) => etag.replaceAll('"', '')
