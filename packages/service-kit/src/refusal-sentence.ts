const sentences: Record<number, string> = {
  404: 'There is nothing at this address.',
  405: 'This address does not accept this method.',
  408: 'The request did not arrive in time.',
  413: 'The request is too large.',
  415: 'This address does not accept bodies of this type.',
}

/**
 * Returns what a client reads for an HTTP request that was refused before any handler of ours ran. The messages of Fastify and
 * of parsers name their internals and repeat the request.
 */
export const refusalSentence = (status: number): string => sentences[status] ?? 'Malformed request.'
