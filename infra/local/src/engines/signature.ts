import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

import { createScope, getCanonicalHeaders, getCanonicalQuery, getSigningKey } from '@smithy/signature-v4'

import { AwsRefusal, accessDenied } from './aws-refusal.ts'
import { Sha256 } from './sha256.ts'

export type Credentials = { accessKeyId: string; secretAccessKey: string }
export type SignedRequest = { method: string; url: string; headers: IncomingHttpHeaders }
type Query = Record<string, string | string[]>

/** What a request says about its own signature. */
type Claim = {
  credential: string
  date: string
  signedHeaders: string[]
  signature: string
  payloadHash: string
  /** How long after its date the signature of a presigned address holds. */
  expiresMs?: number
}

const skewMs = 15 * 60_000

/**
 * Checks the AWS signature (version 4) in the headers or, of a presigned address, in the query. Returns the service it is
 * for and the hash of the body that was signed; undefined for an unsigned request. Throws an AwsRefusal for a signature
 * that is wrong, expired, of another key, or leaves out a header that changes what the request does.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export async function checkSignature(
  request: SignedRequest,
  credentials: Credentials,
): Promise<{ service: string; payloadHash: string } | undefined> {
  const { method, headers } = request
  const { path, query } = parse(request.url)
  const inQuery = query['X-Amz-Algorithm'] !== undefined || query['X-Amz-Signature'] !== undefined
  if (headers.authorization === undefined && !inQuery) return undefined
  if (headers.authorization !== undefined && inQuery)
    throw new AwsRefusal(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  const claim = inQuery ? fromQuery(query) : fromHeaders(headers)
  const { shortDate, region, service, scope } = checkCredential(claim.credential, credentials)
  checkDate(claim, shortDate)
  requireSigned(headers, claim.signedHeaders)

  const signed = claim.signedHeaders.map((name) => [name, String(headers[name] ?? '')] as const)
  const message = { method, protocol: '', hostname: '', path, query, headers: Object.fromEntries(signed) }
  const canonicalHeaders = getCanonicalHeaders(message, undefined, new Set(claim.signedHeaders))
  const canonicalRequest = [
    method,
    path,
    getCanonicalQuery(message),
    ...claim.signedHeaders.map((name) => `${name}:${canonicalHeaders[name]}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n')
  const digest = createHash('sha256').update(canonicalRequest).digest('hex')
  const stringToSign = ['AWS4-HMAC-SHA256', claim.date, scope, digest].join('\n')
  const key = await getSigningKey(Sha256, credentials, shortDate, region, service)
  requireEqual(claim.signature, key, stringToSign)
  return { service, payloadHash: claim.payloadHash }
}

/** Throws unless a credential (`<key id>/<date>/<region>/<service>/aws4_request`) is of these credentials. */
export function checkCredential(credential: string, { accessKeyId }: Credentials) {
  const [id, shortDate = '', region = '', service = '', end, ...more] = credential.split('/')
  if (end !== 'aws4_request' || more.length > 0)
    throw new AwsRefusal(400, 'AuthorizationHeaderMalformed', 'The credential is malformed')
  if (id !== accessKeyId)
    throw new AwsRefusal(403, 'InvalidAccessKeyId', 'The AWS access key ID does not exist in our records')
  return { shortDate, region, service, scope: createScope(shortDate, region, service) }
}

/** Throws unless the signature is the key's over the text. */
export function requireEqual(signature: string, key: Uint8Array, text: string): void {
  const expected = createHmac('sha256', key).update(text).digest()
  const given = Buffer.from(signature, 'hex')
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new AwsRefusal(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided',
  )
}

/** Milliseconds of a date as signatures write it (20260131T235959Z). */
export function signatureTime(date: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([\da-f]{64})$/

function fromHeaders(headers: IncomingHttpHeaders): Claim {
  const [, credential = '', names = '', signature = ''] =
    authorization.exec(headers.authorization ?? '') ?? []
  if (!signature)
    throw new AwsRefusal(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed')
  const payloadHash = headers['x-amz-content-sha256']
  if (typeof payloadHash !== 'string')
    throw new AwsRefusal(
      400,
      'InvalidRequest',
      'Missing required header for this request: x-amz-content-sha256',
    )
  const date = String(headers['x-amz-date'] ?? '')
  return { credential, date, signedHeaders: names.split(';'), signature, payloadHash }
}

function fromQuery(query: Query): Claim {
  const single = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value : ''
  }
  const expiresSeconds = Number(single('X-Amz-Expires') || Number.NaN)
  const isValid =
    single('X-Amz-Algorithm') === 'AWS4-HMAC-SHA256' && expiresSeconds >= 0 && expiresSeconds <= 7 * 24 * 3600
  if (!isValid)
    throw new AwsRefusal(
      400,
      'AuthorizationQueryParametersError',
      'The query-string authentication is malformed',
    )
  return {
    credential: single('X-Amz-Credential'),
    date: single('X-Amz-Date'),
    signedHeaders: single('X-Amz-SignedHeaders').split(';'),
    signature: single('X-Amz-Signature'),
    payloadHash: single('X-Amz-Content-Sha256') || 'UNSIGNED-PAYLOAD',
    expiresMs: expiresSeconds * 1000,
  }
}

function checkDate({ date, expiresMs }: Claim, shortDate: string): void {
  const age = Date.now() - signatureTime(date)
  if (!date.startsWith(shortDate) || Number.isNaN(age))
    throw accessDenied('The date of the signature is malformed')
  if (age < -skewMs || (expiresMs === undefined && age > skewMs))
    throw new AwsRefusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large',
    )
  if (expiresMs !== undefined && age > expiresMs) throw accessDenied('Request has expired')
}

/** An x-amz-* header decides what a request does (x-amz-copy-source), so none may be added to a signed one. */
function requireSigned(headers: IncomingHttpHeaders, signedHeaders: string[]): void {
  const needed = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  if (needed.some((name) => !signedHeaders.includes(name)))
    throw accessDenied('There were headers present in the request which were not signed')
}

/** Path as it came and decoded query; a plus is no space here. */
function parse(url: string): { path: string; query: Query } {
  const [path = '', ...rest] = url.split('?')
  const query = new Map<string, string | string[]>()
  for (const pair of rest.join('?').split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=').map(decoded)
    const before = query.get(name)
    const text = value.join('=')
    query.set(name, before === undefined ? text : [before, text].flat())
  }
  return { path, query: Object.fromEntries(query) }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new AwsRefusal(400, 'InvalidURI', 'Could not parse the specified URI')
  }
}
