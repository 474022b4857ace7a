import { DomainError } from '@mallhive/service-kit/errors'
import { isAPIError } from 'better-auth/api'

/** What better-auth refuses with, by its code. Anything not listed is a bug and stays one. */
const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: () => invalidCredentials(),
  INVALID_EMAIL: () => invalidEmail(),
  // All that we pass is text, and only the e-mail address has a shape to miss.
  VALIDATION_ERROR: () => invalidEmail(),
  INVALID_PASSWORD: () => weakPassword(),
  PASSWORD_TOO_SHORT: () => weakPassword(),
  PASSWORD_TOO_LONG: () => weakPassword(),
  USER_ALREADY_EXISTS: () => emailTaken(),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: () => emailTaken(),
}

/** Runs a call of better-auth and throws its refusals as ours. */
export async function refusing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const code = isAPIError(error) ? error.body?.code : undefined
    throw (code && refusals[code]?.()) || error
  }
}

export function invalidEmail() {
  return new DomainError('invalid', 'INVALID_EMAIL', 'mail cannot be sent to this address', {
    email: 'malformed',
  })
}

/** One answer for an unknown address and a wrong password. */
function invalidCredentials() {
  return new DomainError('unauthenticated', 'INVALID_CREDENTIALS', 'e-mail or password is wrong')
}

function weakPassword() {
  return new DomainError('invalid', 'WEAK_PASSWORD', 'a password has 8 to 128 characters', {
    field: 'password',
  })
}

function emailTaken() {
  return new DomainError('conflict', 'EMAIL_TAKEN', 'there is an account with this e-mail', {
    field: 'email',
  })
}
