/** Identifies a ClientOnly error in the browser, which receives no more of a server's error than its digest. */
export const clientOnlyDigest = 'CLIENT_ONLY'

/**
 * Thrown during server rendering: React leaves the boundary's fallback in the HTML and renders the content in the
 * browser. The host reports no error with this digest.
 */
export class ClientOnly extends Error {
  readonly digest = clientOnlyDigest
}
