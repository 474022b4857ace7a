import { errors } from '@opensearch-project/opensearch'

/** A part of a request that the engine refused, while it answered others. */
export class Refused extends Error {
  readonly status: number
  readonly type: string | undefined

  constructor(what: string, status: number, error: { type?: string; reason?: string | null } | undefined) {
    super(`OpenSearch refused ${what}: ${status} ${error?.reason}`)
    this.status = status
    this.type = error?.type
  }
}

/** Whether the engine is down, hangs, has too much to do or takes no writes, as with a full disk. */
export function isEngineDown(error: unknown): boolean {
  if (error instanceof Refused) return isPassing(error.status, error.type)
  if (error instanceof errors.ResponseError) return isPassing(error.statusCode, typeOf(error.body))
  return (
    error instanceof errors.ConnectionError ||
    error instanceof errors.TimeoutError ||
    error instanceof errors.NoLivingConnectionsError
  )
}

const isPassing = (status: number, type: string | undefined) =>
  status >= 500 || status === 429 || type === 'cluster_block_exception'

function typeOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined
  const { error } = body
  const isTyped = typeof error === 'object' && error !== null && 'type' in error
  return isTyped && typeof error.type === 'string' ? error.type : undefined
}
