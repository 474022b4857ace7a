/**
 * SQLSTATEs of a server that cannot do now what it usually does: connections fail (08), it lacks connections, memory or disk (53),
 * ends statements or itself (57), its disk fails (58), or a lock is kept from it (55P03).
 */
const states = /^((08|53|57|58)...|55P03)$/
const sockets = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)$/
/** Errors of the driver, which have no code. */
const lost =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (was closed|has encountered a connection error))/

/** Whether the database has ended a statement for the time that it took, other than for a lock. */
export function isStatementTooSlow(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || isStatementTooSlow(error.cause)
}

/** Whether the database is down, hangs or is full, so that the same statement may succeed later. */
export function isDatabaseDown(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return states.test(code) || sockets.test(code) || lost.test(error.message) || isDatabaseDown(error.cause)
}
