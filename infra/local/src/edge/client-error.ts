import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

import { words } from './refusal-words.ts'

const statusOf: Record<string, [status: number, reason: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'Payload Too Large'],
}

/**
 * Answers bytes that are no HTTP request (400) or headers that arrive too late (408), and closes the connection. When an
 * answer has already begun on it, the connection is closed without another one.
 */
export function answerClientError(
  error: Error & { code?: string },
  socket: Duplex,
  latest: ServerResponse | undefined,
): void {
  const begun = latest?.headersSent && !latest.writableFinished
  if (begun || !socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  end(socket, ...(statusOf[error.code ?? ''] ?? [400, 'Bad Request']))
}

/** Refuses CONNECT: the edge is no forward proxy. */
export function refuseTunnel(socket: Duplex): void {
  end(socket, 405, 'Method Not Allowed', 'Allow: GET, HEAD\r\n')
}

function end(socket: Duplex, status: number, reason: string, headers = ''): void {
  const { title, text } = words(status)
  const body = `${title}. ${text}\n`
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\n${headers}Content-Type: text/plain; charset=utf-8\r\nX-Content-Type-Options: nosniff\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n${body}`,
  )
}
