/**
 * Thrown during server rendering: React leaves the boundary's fallback in the HTML and renders the content in the
 * browser, without reporting an error. The digest is the one of Next's own bail-outs.
 */
export class ClientOnly extends Error {
  readonly digest = 'BAILOUT_TO_CLIENT_SIDE_RENDERING'
}
