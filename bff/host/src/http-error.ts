import type { Locale } from '@mallhive/contracts/locales'
import { hostText, msg } from './messages.ts'

/** An error before any procedure runs. Its body has the shape of a procedure's error, so that clients parse one kind. */
export class HttpError extends Error {
  override name = 'HttpError'
  readonly status: number
  readonly reason: string
  readonly headers: Record<string, string>

  constructor(status: number, reason: string, message: string, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.reason = reason
    this.headers = headers
  }
}

/**
 * Returns the error in tRPC's format, with its message in a language. The number is JSON-RPC's "internal error"; clients read
 * `data`.
 */
export function errorBody({ status, reason, message }: HttpError, lang: Locale): object {
  const data = { code: reason, httpStatus: status, reason, fields: {}, details: {} }
  return { error: { message: hostText(message, lang), code: -32_603, data } }
}

/** Maps any thrown value to an HttpError; unknown errors become a masked 500. */
export function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new HttpError(413, 'PAYLOAD_TOO_LARGE', msg('too-large'))
  if (status >= 400 && status < 500) return new HttpError(status, 'BAD_REQUEST', msg('malformed'))
  return new HttpError(500, 'INTERNAL', msg('bug'))
}
