import { domainError } from './reasons.ts'

/** SQLSTATEs of PostgreSQL for U+0000, which is valid in a request, but neither in text nor in jsonb. */
const unstorable = ['22021', '22P05']

/** Returns the refusal BAD_TEXT for the database's error about U+0000 in a text of a request; other errors unchanged. */
export const refuseUnstorable = (error: unknown): unknown =>
  isUnstorable(error) ? domainError('BAD_TEXT', 'text may not hold U+0000') : error

const isUnstorable = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && unstorable.includes(String(error.code))) || isUnstorable(error.cause))
