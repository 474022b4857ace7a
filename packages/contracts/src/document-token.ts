import { createHmac, timingSafeEqual } from 'node:crypto'

/** The content of a token: one document that the shell served, and its releases. */
interface ServedDocument {
  /** Random id; not derived from the shopper. */
  document: string
  /** Versions by micro frontend. */
  releases: Record<string, string>
  servedAtMs: number
}

/**
 * Returns the proof that a document was served: `<document>.<time>.<HMAC-SHA256>`. The releases are signed, not carried, since
 * the document names them in its reports. Shell and release-health share the key.
 */
export function signDocument(served: ServedDocument, key: string): string {
  const time = Math.floor(served.servedAtMs / 1000).toString(36)
  return `${served.document}.${time}.${mac(served.document, time, served.releases, key)}`
}

/**
 * Returns the document, its releases and the time of its delivery; undefined when the token is forged, malformed or for
 * other releases.
 */
export function readDocumentToken(
  token: string,
  releases: Record<string, string>,
  key: string,
): ServedDocument | undefined {
  const [, document = '', time = '', signature = ''] =
    /^([\da-f-]{36})\.([\da-z]{1,9})\.([\w-]{43})$/.exec(token) ?? []
  if (!signature) return undefined
  const wanted = mac(document, time, releases, key)
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(wanted))) return undefined
  return { document, releases, servedAtMs: Number.parseInt(time, 36) * 1000 }
}

function mac(document: string, time: string, releases: Record<string, string>, key: string): string {
  const named = Object.entries(releases)
    .map(([name, version]) => `${name}@${version}`)
    .toSorted()
  const signed = ['document', document, time, ...named].join('\n')
  return createHmac('sha256', key).update(signed).digest('base64url')
}
