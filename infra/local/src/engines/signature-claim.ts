import type { IncomingHttpHeaders } from 'node:http'

import { AwsRefusal } from './aws-refusal.ts'

type Query = Record<string, string | string[]>

/** The parsed signature of a request, not yet verified. */
export type Claim = {
  credential: string
  date: string
  signedHeaders: string[]
  signature: string
  payloadHash: string
  /** How long the signature of a presigned address is valid after its date. */
  expiresMs?: number
}

/**
 * Reads the claim in the headers or, of a presigned address, in the query; undefined when the request is unsigned.
 * @param bodyHash the hash of the body, where the request does not state it
 */
export function readClaim(
  headers: IncomingHttpHeaders,
  query: Query,
  bodyHash: string | undefined,
): Claim | undefined {
  const inQuery = query['X-Amz-Algorithm'] !== undefined || query['X-Amz-Signature'] !== undefined
  if (headers.authorization === undefined) return inQuery ? fromQuery(query) : undefined
  if (inQuery) throw new AwsRefusal(400, 'InvalidArgument', 'Only one auth mechanism allowed')
  return fromHeaders(headers, bodyHash)
}

/** Returns the raw path and the decoded query, in which a plus is not a space. */
export function parseAddress(url: string): { path: string; query: Query } {
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

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^,\s]+),\s*SignedHeaders=([^,\s]+),\s*Signature=([\da-f]{64})$/

function fromHeaders(headers: IncomingHttpHeaders, bodyHash: string | undefined): Claim {
  const [, credential = '', names = '', signature = ''] =
    authorization.exec(headers.authorization ?? '') ?? []
  if (!signature)
    throw new AwsRefusal(400, 'AuthorizationHeaderMalformed', 'The authorization header is malformed')
  const payloadHash = headers['x-amz-content-sha256'] ?? bodyHash
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
