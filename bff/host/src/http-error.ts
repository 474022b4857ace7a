/** A call that ends before any procedure runs. The body has the shape of a procedure's error, so clients read one kind. */
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

/** The same error as a tRPC client reads it. The number is JSON-RPC's for "internal error"; clients look at `data`. */
export function errorBody({ status, reason, message }: HttpError): object {
  const data = { code: reason, httpStatus: status, reason, fields: {}, details: {} }
  return { error: { message, code: -32_603, data } }
}

/** Whatever a request ended with, as something to tell. */
export function asHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  if (status === 413) return new HttpError(413, 'PAYLOAD_TOO_LARGE', 'That was too much at once.')
  if (status >= 400 && status < 500)
    return new HttpError(status, 'BAD_REQUEST', 'This request makes no sense.')
  return new HttpError(500, 'INTERNAL', 'Something went wrong on our side. Please try again.')
}
