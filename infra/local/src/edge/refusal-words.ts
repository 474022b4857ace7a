type Words = { title: string; text: string; code?: string }

const known: Record<number, Words> = {
  400: {
    title: 'Malformed request',
    text: 'The address or the request is not well-formed. Check the address, or start again from the front door.',
    code: 'BAD_REQUEST',
  },
  404: { title: 'Nothing here', text: 'There is no file at this address.', code: 'NOT_FOUND' },
  405: {
    title: 'Method not allowed',
    text: 'This address does not take requests of this method; the Allow header names those it takes.',
    code: 'METHOD_NOT_SUPPORTED',
  },
  408: {
    title: 'The request took too long',
    text: 'The request did not arrive whole in time. Check the connection and try again.',
    code: 'TIMEOUT',
  },
  411: {
    title: 'Length required',
    text: 'A request of this method states the length of its body (Content-Length).',
    code: 'LENGTH_REQUIRED',
  },
  413: {
    title: 'That is too large',
    text: 'What was sent is larger than this address takes. Send less at once.',
    code: 'PAYLOAD_TOO_LARGE',
  },
  416: { title: 'No such part', text: 'The file has no such range.', code: 'RANGE_NOT_SATISFIABLE' },
  421: {
    title: 'Not a host of this mall',
    text: 'This mall does not answer for that host name.',
    code: 'MISDIRECTED_REQUEST',
  },
  431: {
    title: 'Headers too large',
    text: 'The headers of the request, cookies among them, are too large. Deleting the cookies of this site helps.',
    code: 'HEADERS_TOO_LARGE',
  },
  502: {
    title: 'This part of the mall is closed right now',
    text: 'We are on it. Try again in a moment; your cart is safe.',
  },
  504: {
    title: 'This is taking too long',
    text: 'The mall did not answer in time. Try again in a moment; your cart is safe.',
  },
}

/** Texts for people by status and, where the request is at fault, an error code for clients. */
export function words(status: number): Words {
  return known[status] ?? { title: 'Something went wrong', text: 'Try again in a moment.' }
}
