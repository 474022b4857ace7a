type Words = { title: string; text: string; code?: string }

const known: Record<number, Words> = {
  400: {
    title: 'Malformed request',
    text: 'The address or the request is not well-formed. Check the address, or start from the home page.',
    code: 'BAD_REQUEST',
  },
  404: { title: 'Not found', text: 'There is no file at this address.', code: 'NOT_FOUND' },
  405: {
    title: 'Method not allowed',
    text: 'This address does not accept this method. The Allow header lists the methods that it accepts.',
    code: 'METHOD_NOT_SUPPORTED',
  },
  408: {
    title: 'The request took too long',
    text: 'The request did not arrive completely in time. Please check your connection and try again.',
    code: 'TIMEOUT',
  },
  411: {
    title: 'Length required',
    text: 'A request of this method must state the length of its body (Content-Length).',
    code: 'LENGTH_REQUIRED',
  },
  413: {
    title: 'The request is too large',
    text: 'The request is larger than this address accepts. Please send less at once.',
    code: 'PAYLOAD_TOO_LARGE',
  },
  416: { title: 'Range not satisfiable', text: 'The file has no such range.', code: 'RANGE_NOT_SATISFIABLE' },
  417: {
    title: 'Expectation failed',
    text: 'The only expectation that this mall meets is 100-continue.',
    code: 'EXPECTATION_FAILED',
  },
  421: {
    title: 'Unknown host',
    text: 'This mall does not serve this host name.',
    code: 'MISDIRECTED_REQUEST',
  },
  429: {
    title: 'Too many requests',
    text: 'Too many requests came from your network. Please try again in a moment.',
    code: 'TOO_MANY_REQUESTS',
  },
  431: {
    title: 'Headers too large',
    text: 'The headers of the request, including cookies, are too large. Try deleting the cookies of this site.',
    code: 'HEADERS_TOO_LARGE',
  },
  502: {
    title: 'This page is not available right now',
    text: 'Please try again in a moment. Your cart is safe.',
  },
  504: {
    title: 'This is taking too long',
    text: 'The mall did not respond in time. Please try again in a moment. Your cart is safe.',
  },
}

/** Texts for people by status and, where the request is at fault, an error code for clients. */
export function words(status: number): Words {
  return known[status] ?? { title: 'Something went wrong', text: 'Please try again in a moment.' }
}
