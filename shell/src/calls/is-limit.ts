import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'

/** Whether the BFF host refused because of the limits of the address that it was asked for: the next caller has its own. */
export function isLimit(error: unknown): boolean {
  return error instanceof BffError && error.data?.httpStatus === 429
}
