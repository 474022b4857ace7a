import { randomUUID } from 'node:crypto'
import { fromJson, type JsonValue, toJson } from '@bufbuild/protobuf'
import { StructSchema } from '@bufbuild/protobuf/wkt'
import { Code, ConnectError } from '@connectrpc/connect'
import type { RefusalKind } from '@mallhive/contracts/reasons'

const codes = {
  invalid: Code.InvalidArgument,
  unauthenticated: Code.Unauthenticated,
  forbidden: Code.PermissionDenied,
  not_found: Code.NotFound,
  conflict: Code.FailedPrecondition,
  exhausted: Code.ResourceExhausted,
  unavailable: Code.Unavailable,
} as const satisfies Record<RefusalKind, Code>

const kinds = Object.keys(codes) as RefusalKind[]

/**
 * An expected refusal, visible to the caller. `reason` comes from the service's closed list (OUT_OF_STOCK) and
 * decides `kind`, `details` holds facts for the calling program (the SKU), `message` is for developers. Any other thrown
 * error counts as a bug.
 */
export class DomainError extends Error {
  override name = 'DomainError'
  readonly kind: RefusalKind
  readonly reason: string
  readonly details: Record<string, string>

  private constructor(kind: RefusalKind, reason: string, message: string, details: Record<string, string>) {
    super(message)
    this.kind = kind
    this.reason = reason
    this.details = details
  }

  /** Returns a function that creates the errors of one closed list; a reason that the list lacks does not compile. */
  static of<Reason extends string>(reasons: Readonly<Record<Reason, RefusalKind>>) {
    return (reason: Reason, message: string, details: Record<string, string> = {}): DomainError =>
      new DomainError(reasons[reason], reason, message, details)
  }

  /** Returns the error that another service's answer states, whose reasons this process does not know. */
  static fromWire(
    kind: RefusalKind,
    reason: string,
    message: string,
    details: Record<string, string>,
  ): DomainError {
    return new DomainError(kind, reason, message, details)
  }
}

/**
 * Maps anything thrown to an error that may leave the process. A DomainError keeps reason and details (a
 * google.protobuf.Struct among the error details, readable by any gRPC client). Any other error becomes `internal` with
 * a reference; `onBug` receives the error and that reference.
 */
export function toConnectError(
  error: unknown,
  onBug?: (error: unknown, reference: string) => void,
): ConnectError {
  if (error instanceof DomainError) {
    const value = fromJson(StructSchema, { reason: error.reason, details: error.details })
    return new ConnectError(
      error.message,
      codes[error.kind],
      undefined,
      [{ desc: StructSchema, value }],
      error,
    )
  }
  // A wire error comes from a downstream call that the handler did not map: a bug here. Errors of this process's own
  // protocol layer (malformed request, cancellation) pass unchanged.
  if (error instanceof ConnectError && !error.isWireError && error.code !== Code.Internal) return error
  if (error instanceof Error && error.name === 'AbortError') {
    return new ConnectError('the call was cancelled', Code.Canceled, undefined, undefined, error)
  }
  const reference = randomUUID()
  onBug?.(error, reference)
  return new ConnectError(`internal error, reference ${reference}`, Code.Internal)
}

/**
 * Maps an error off the wire back to a DomainError. Connection failures and deadlines become `unavailable`; codes that
 * no refusal uses (internal, unimplemented) stay ConnectErrors.
 */
export function fromConnectError(error: unknown): unknown {
  if (!(error instanceof ConnectError)) return error
  // connect-node says `aborted` of a connection that broke during a call. Breakers do not count it: other replicas answer.
  if (error.code === Code.Aborted)
    return DomainError.fromWire('unavailable', 'INTERRUPTED', error.rawMessage, {})
  const kind = kindOf(error.code)
  if (!kind) return error
  const fallback = error.code === Code.DeadlineExceeded ? 'DEADLINE_EXCEEDED' : kind.toUpperCase()
  const [found] = error.findDetails(StructSchema)
  const info = found ? (toJson(StructSchema, found) as Record<string, JsonValue>) : {}
  const reason = typeof info.reason === 'string' ? info.reason : fallback
  return DomainError.fromWire(kind, reason, error.rawMessage, stringsOf(info.details))
}

function kindOf(code: Code): RefusalKind | undefined {
  if (code === Code.DeadlineExceeded) return 'unavailable'
  return kinds.find((kind) => codes[kind] === code)
}

function stringsOf(value: JsonValue | undefined): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : [])),
  )
}
