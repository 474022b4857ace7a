import { domainError } from './reasons.ts'

/**
 * Refusals by SQLSTATE of PostgreSQL, for values of a request that its columns cannot hold. U+0000 is valid in a request, but
 * neither in text nor in jsonb.
 */
const refusals: Record<string, () => Error> = {
  '22021': () => badText(),
  '22P05': () => badText(),
  // A malformed uuid or number; a number out of range; a malformed date; a date out of range.
  '22P02': () => badValue(),
  '22003': () => badValue(),
  '22007': () => badValue(),
  '22008': () => badValue(),
}

/** Returns the refusal BAD_TEXT or BAD_VALUE for the database's error about a value of a request; other errors unchanged. */
export function refuseUnstorable(error: unknown): unknown {
  const state = stateOf(error)
  return state === undefined ? error : (refusals[state]?.() ?? error)
}

function stateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return 'code' in error && Object.hasOwn(refusals, String(error.code))
    ? String(error.code)
    : stateOf(error.cause)
}

const badText = () => domainError('BAD_TEXT', 'text may not hold U+0000')
const badValue = () =>
  domainError('BAD_VALUE', 'an id, number or date of the request is malformed or out of range')
