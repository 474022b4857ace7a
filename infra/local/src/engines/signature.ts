import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

import { createScope, getCanonicalHeaders, getCanonicalQuery, getSigningKey } from '@smithy/signature-v4'

import { AwsRefusal, accessDenied } from './aws-refusal.ts'
import { Sha256 } from './sha256.ts'
import { type Claim, parseAddress, readClaim } from './signature-claim.ts'

export type Credentials = { accessKeyId: string; secretAccessKey: string }
/** Returns the secret of an access key; undefined for an unknown one. */
export type FindSecret = (accessKeyId: string) => string | undefined
export type SignedRequest = {
  method: string
  url: string
  headers: IncomingHttpHeaders
  /** SHA-256 of the body, for a request that does not state it. */
  bodyHash?: string
}

const skewMs = 15 * 60_000

/**
 * Verifies the AWS signature (version 4) in the headers or, of a presigned address, in the query. Returns the signed service
 * and the signed hash of the body; undefined for an unsigned request.
 * @throws AwsRefusal for a signature that is wrong, expired, of another key, or does not cover a header that matters
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export async function checkSignature(
  request: SignedRequest,
  secretOf: FindSecret,
): Promise<{ accessKeyId: string; service: string; payloadHash: string } | undefined> {
  const { method, headers } = request
  const { path, query } = parseAddress(request.url)
  const claim = readClaim(headers, query, request.bodyHash)
  if (!claim) return undefined
  const { credentials, shortDate, region, service, scope } = checkCredential(claim.credential, secretOf)
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
  return { accessKeyId: credentials.accessKeyId, service, payloadHash: claim.payloadHash }
}

/** Parses a credential (`<key id>/<date>/<region>/<service>/aws4_request`). Throws unless its key exists. */
export function checkCredential(credential: string, secretOf: FindSecret) {
  const [accessKeyId = '', shortDate = '', region = '', service = '', end, ...more] = credential.split('/')
  if (end !== 'aws4_request' || more.length > 0)
    throw new AwsRefusal(400, 'AuthorizationHeaderMalformed', 'The credential is malformed')
  const secretAccessKey = secretOf(accessKeyId)
  if (secretAccessKey === undefined)
    throw new AwsRefusal(403, 'InvalidAccessKeyId', 'The AWS access key ID does not exist in our records')
  const scope = createScope(shortDate, region, service)
  return { credentials: { accessKeyId, secretAccessKey }, shortDate, region, service, scope }
}

/** Throws unless the signature is that of the key over the text. */
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

/** Parses the date of a signature (20260131T235959Z) to milliseconds since the epoch. */
function signatureTime(date: string): number {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date) ?? []
  return Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`)
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

/** Throws when an x-amz-* header is not signed: such headers change what a request does (x-amz-copy-source). */
function requireSigned(headers: IncomingHttpHeaders, signedHeaders: string[]): void {
  const needed = Object.keys(headers).filter((name) => name === 'host' || name.startsWith('x-amz-'))
  if (needed.some((name) => !signedHeaders.includes(name)))
    throw accessDenied('There were headers present in the request which were not signed')
}
