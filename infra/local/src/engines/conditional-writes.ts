import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * S3's conditional PutObject (If-Match, If-None-Match: *), which the emulator ignores. Writes to one key take turns,
 * so that of two writers who read the same version exactly one wins.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export function guardConditionalWrites(s3: FastifyInstance): void {
  const turns = new Map<string, Promise<void>>()
  const releases = new WeakMap<FastifyRequest, () => void>()

  s3.addHook('onRequest', async (request, reply) => {
    if (!changesObject(request)) return undefined
    const path = request.url.split('?')[0] ?? ''
    const before = turns.get(path)
    const { promise, resolve } = Promise.withResolvers<void>()
    turns.set(path, promise)
    releases.set(request, () => {
      if (turns.get(path) === promise) turns.delete(path)
      resolve()
    })
    // A writer that hangs up while it waits must not hold up those behind it.
    reply.raw.once('close', () => releases.get(request)?.())
    await before
    const refusal = request.method === 'PUT' ? await refusalOf(s3, request, path) : undefined
    return refusal && refuse(reply, refusal)
  })
  s3.addHook('onResponse', async (request) => releases.get(request)?.())
}

type Refusal = { status: number; code: string; message: string }

const failed: Refusal = {
  status: 412,
  code: 'PreconditionFailed',
  message: 'At least one of the pre-conditions you specified did not hold',
}

async function refusalOf(
  s3: FastifyInstance,
  request: FastifyRequest,
  path: string,
): Promise<Refusal | undefined> {
  const { 'if-match': match, 'if-none-match': noneMatch } = request.headers
  if (match === undefined && noneMatch === undefined) return undefined
  if (noneMatch !== undefined && noneMatch !== '*') {
    return { status: 501, code: 'NotImplemented', message: 'If-None-Match on a write takes only *' }
  }
  const { authorization, host } = request.headers
  const found = await s3.inject({
    method: 'HEAD',
    url: path,
    headers: { ...(authorization && { authorization }), host },
  })
  const etag = found.statusCode === 200 ? String(found.headers['etag']) : undefined
  if (noneMatch === '*' && etag !== undefined) return failed
  if (match === undefined) return undefined
  if (etag === undefined)
    return { status: 404, code: 'NoSuchKey', message: 'The specified key does not exist.' }
  return unquoted(match) === unquoted(etag) ? undefined : failed
}

function refuse(reply: FastifyReply, { status, code, message }: Refusal): FastifyReply {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return reply.code(status).type('application/xml').send(xml)
}

/** PUT or DELETE of /bucket/key; a bucket alone, or a part of a multipart upload, is not an object yet. */
function changesObject({ method, url }: FastifyRequest): boolean {
  const [path = '', query = ''] = url.split('?')
  return (
    (method === 'PUT' || method === 'DELETE') && /^\/[^/]+\/./.test(path) && !query.includes('partNumber=')
  )
}

const unquoted = (etag: string) => etag.replaceAll('"', '')
