import type { DomainError } from '@mallhive/service-kit/errors'
import { isAPIError } from 'better-auth/api'
import { domainError } from './reasons.ts'

/** Refusals by better-auth's error code. Unlisted codes are unexpected errors. */
const refusals: Record<string, () => DomainError> = {
  INVALID_EMAIL_OR_PASSWORD: () => invalidCredentials(),
  INVALID_EMAIL: () => invalidEmail(),
  // Only the e-mail address can fail validation; the other inputs are free text.
  VALIDATION_ERROR: () => invalidEmail(),
  INVALID_PASSWORD: () => weakPassword(),
  PASSWORD_TOO_SHORT: () => weakPassword(),
  PASSWORD_TOO_LONG: () => weakPassword(),
  USER_ALREADY_EXISTS: () => emailTaken(),
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: () => emailTaken(),
}

/** Runs a better-auth call and rethrows its refusals as DomainErrors. */
export async function refusing<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    const code = isAPIError(error) ? error.body?.code : undefined
    throw (code && refusals[code]?.()) || error
  }
}

export function invalidEmail() {
  return domainError('INVALID_EMAIL', 'mail cannot be sent to this address', {
    email: 'malformed',
  })
}

/** The same refusal for an unknown address and a wrong password. */
function invalidCredentials() {
  return domainError('INVALID_CREDENTIALS', 'e-mail or password is wrong')
}

export function weakPassword() {
  return domainError('WEAK_PASSWORD', 'a password has 8 to 128 characters', {
    field: 'password',
  })
}

function emailTaken() {
  return domainError('EMAIL_TAKEN', 'there is an account with this e-mail', {
    field: 'email',
  })
}
