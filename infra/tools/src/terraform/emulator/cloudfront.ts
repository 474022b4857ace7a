import { randomUUID } from 'node:crypto'

/** What a request of CloudFront's API is answered; undefined leaves it to the emulator behind. */
type Reply = { status: number; headers?: Record<string, string>; body: string }
type Ask = { method: string; url: string; ifMatch: string | undefined; body: string }

const namespace = 'http://cloudfront.amazonaws.com/doc/2020-05-31/'
/** Kinds of objects with their element, the element around their settings, and the error for one that is not there. */
const kinds: Record<string, { element: string; settings: string; absent: string }> = {
  'response-headers-policy': {
    element: 'ResponseHeadersPolicy',
    settings: 'ResponseHeadersPolicyConfig',
    absent: 'NoSuchResponseHeadersPolicy',
  },
  'cache-policy': { element: 'CachePolicy', settings: 'CachePolicyConfig', absent: 'NoSuchCachePolicy' },
  'origin-request-policy': {
    element: 'OriginRequestPolicy',
    settings: 'OriginRequestPolicyConfig',
    absent: 'NoSuchOriginRequestPolicy',
  },
  'vpc-origin': { element: 'VpcOrigin', settings: 'VpcOriginEndpointConfig', absent: 'EntityNotFound' },
}

type Stored = { settings: string; etag: string; at: string }
type Published = Stored & { code: string; live: boolean }

/** Policies, VPC origins and functions of CloudFront, which moto lacks. */
export function cloudfront(): (ask: Ask) => Reply | undefined {
  const objects = new Map<string, Stored>()
  const functions = new Map<string, Published>()
  return (ask) => {
    const { pathname, searchParams } = new URL(ask.url, 'http://localhost')
    const [, path = '', id, verb] =
      /^\/2020-05-31\/([a-z-]+)(?:\/([^/]+))?(?:\/([a-z]+))?$/.exec(pathname) ?? []
    if (path in kinds && (id || ask.method === 'POST')) return answerObject(objects, path, id, verb, ask)
    if (path === 'function' && (id || ask.method === 'POST'))
      return answerFunction(functions, id, verb, searchParams.get('Stage') ?? 'DEVELOPMENT', ask)
    return undefined
  }
}

function answerObject(
  objects: Map<string, Stored>,
  path: string,
  id: string | undefined,
  verb: string | undefined,
  { method, ifMatch, body }: Ask,
): Reply {
  const { element, settings, absent } = kinds[path]!
  if (!id) {
    const made = randomUUID()
    const object = stored(within(body, settings))
    objects.set(`${path}/${made}`, object)
    return described(201, element, settings, made, object)
  }
  const object = objects.get(`${path}/${id}`)
  if (!object) return failed(404, absent)
  if (method === 'GET' && verb === 'config') return xml(200, wrap(settings, object.settings), object.etag)
  if (method === 'GET') return described(200, element, settings, id, object)
  if (ifMatch !== object.etag) return failed(412, 'PreconditionFailed')
  if (method === 'DELETE') {
    objects.delete(`${path}/${id}`)
    return path === 'vpc-origin' ? described(202, element, settings, id, object) : xml(204, '')
  }
  Object.assign(object, stored(within(body, settings)))
  return described(200, element, settings, id, object)
}

function answerFunction(
  functions: Map<string, Published>,
  id: string | undefined,
  verb: string | undefined,
  stage: string,
  { method, ifMatch, body }: Ask,
): Reply {
  const read = () => ({ ...stored(within(body, 'FunctionConfig')), code: within(body, 'FunctionCode') })
  if (!id) {
    const name = within(body, 'Name')
    const made = { ...read(), live: false }
    functions.set(name, made)
    return xml(201, summary(name, made, 'DEVELOPMENT'), made.etag)
  }
  const known = functions.get(id)
  if (!known || (stage === 'LIVE' && !known.live)) return failed(404, 'NoSuchFunctionExists')
  if (method === 'GET' && verb === 'describe') return xml(200, summary(id, known, stage), known.etag)
  if (method === 'GET')
    return {
      status: 200,
      headers: { etag: known.etag },
      body: Buffer.from(known.code, 'base64').toString('utf8'),
    }
  if (ifMatch !== known.etag) return failed(412, 'PreconditionFailed')
  if (method === 'DELETE') {
    functions.delete(id)
    return xml(204, '')
  }
  if (verb === 'publish') known.live = true
  else Object.assign(known, read(), { live: false })
  return xml(200, summary(id, known, verb === 'publish' ? 'LIVE' : 'DEVELOPMENT'), known.etag)
}

const stored = (settings: string): Stored => ({
  settings,
  etag: `E${randomUUID().slice(0, 13).toUpperCase()}`,
  at: new Date().toISOString(),
})

const within = (text: string, tag: string) =>
  new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? ''

const wrap = (tag: string, text: string) => `<${tag} xmlns="${namespace}">${text}</${tag}>`

function described(status: number, element: string, settings: string, id: string, object: Stored): Reply {
  const arn = `arn:aws:cloudfront::123456789012:vpcorigin/${id}`
  const origin = element === 'VpcOrigin' ? `<Arn>${arn}</Arn><Status>Deployed</Status>` : ''
  const times = `<CreatedTime>${object.at}</CreatedTime><LastModifiedTime>${object.at}</LastModifiedTime>`
  const inner = `<Id>${id}</Id>${origin}${times}<${settings}>${object.settings}</${settings}>`
  return xml(status, wrap(element, inner), object.etag)
}

function summary(name: string, { settings, live, at }: Published, stage: string): string {
  const arn = `<FunctionARN>arn:aws:cloudfront::123456789012:function/${name}</FunctionARN>`
  const times = `<CreatedTime>${at}</CreatedTime><LastModifiedTime>${at}</LastModifiedTime>`
  return wrap(
    'FunctionSummary',
    `<Name>${name}</Name><Status>${live ? 'DEPLOYED' : 'UNPUBLISHED'}</Status><FunctionConfig>${settings}</FunctionConfig>` +
      `<FunctionMetadata>${arn}<Stage>${stage}</Stage>${times}</FunctionMetadata>`,
  )
}

const xml = (status: number, body: string, etag?: string): Reply => ({
  status,
  headers: { 'content-type': 'text/xml', ...(etag && { etag }) },
  body: body && `<?xml version="1.0"?>\n${body}`,
})

const failed = (status: number, code: string) =>
  xml(
    status,
    `<ErrorResponse xmlns="${namespace}"><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`,
  )
