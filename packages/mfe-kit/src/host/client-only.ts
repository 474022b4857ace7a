/**
 * Thrown while rendering on the server, it makes React leave the boundary's fallback in the HTML and render the
 * content in the browser, without reporting an error: the digest is the one that Next gives to its own bail-outs.
 */
export class ClientOnly extends Error {
  readonly digest = 'BAILOUT_TO_CLIENT_SIDE_RENDERING'
}
