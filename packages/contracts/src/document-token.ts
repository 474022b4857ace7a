import { createHmac, timingSafeEqual } from 'node:crypto'

/** The content of a token: one document that the shell served, its releases and its weight. */
interface ServedDocument {
  /** Random id; not derived from the shopper. */
  document: string
  /** Versions by micro frontend. */
  releases: Record<string, string>
  /** Sampling rate: the document weighs 1 / rate. Signed, so that a report cannot weigh more than its document. */
  rate: number
  servedAtMs: number
}

/**
 * Returns the proof that a document was served: `<document>.<time>.<HMAC-SHA256>`. Releases and rate are signed, not
 * carried, since the document names them in its reports. Shell and release-health share the key.
 */
export function signDocument(served: ServedDocument, key: string): string {
  const time = Math.floor(served.servedAtMs / 1000).toString(36)
  return `${served.document}.${time}.${mac(time, served, key)}`
}

/**
 * Returns the document and the time of its delivery; undefined when the token is forged, malformed or for other releases or
 * another rate.
 */
export function readDocumentToken(
  token: string,
  { releases, rate }: Pick<ServedDocument, 'releases' | 'rate'>,
  keys: readonly string[],
): ServedDocument | undefined {
  const [, document = '', time = '', signature = ''] =
    /^([\da-f-]{36})\.([\da-z]{1,9})\.([\w-]{43})$/.exec(token) ?? []
  if (!signature) return undefined
  const signs = (key: string) =>
    timingSafeEqual(Buffer.from(signature), Buffer.from(mac(time, { document, releases, rate }, key)))
  if (!keys.some(signs)) return undefined
  return { document, releases, rate, servedAtMs: Number.parseInt(time, 36) * 1000 }
}

function mac(
  time: string,
  { document, releases, rate }: Omit<ServedDocument, 'servedAtMs'>,
  key: string,
): string {
  const named = Object.entries(releases)
    .map(([name, version]) => `${name}@${version}`)
    .toSorted()
  const signed = ['document', document, time, String(rate), ...named].join('\n')
  return createHmac('sha256', key).update(signed).digest('base64url')
}
