import { ReleaseError } from '../release-error.ts'

/** The argument, or a refusal that says what is missing. */
export function required(value: string | undefined, what: string): string {
  if (value) return value
  throw new ReleaseError('INVALID', `say which ${what}`)
}
