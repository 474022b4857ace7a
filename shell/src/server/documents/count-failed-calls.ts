import { BffError } from '@mallhive/mfe-kit/trpc/bff-calls'
import type { PageJob } from '../render/page-job.ts'

/**
 * Returns calls that add to `failed` each micro frontend whose BFF fails. A query swallows the failure of its prefetch, so a
 * loader that ends well says nothing about its calls.
 */
export function countFailedCalls(calls: PageJob['calls'], failed: Set<string>): PageJob['calls'] {
  return (caller) => {
    const call = calls(caller)
    return async (mfe, ...rest) => {
      try {
        return await call(mfe, ...rest)
      } catch (error) {
        if (isOwnFailure(error)) failed.add(mfe)
        throw error
      }
    }
  }
}

/**
 * Whether the called release itself failed: its procedure threw (500), did not end in time (504) or ended its process. Not a
 * refusal (4xx, rate limits among them), an unavailable service or host, which fail for all releases, or an aborted call.
 */
function isOwnFailure(error: unknown): boolean {
  if (!(error instanceof BffError) || !error.data) return false
  const { code, httpStatus, reason = '' } = error.data
  const isLate = httpStatus === 504 && code !== serviceIsLate
  return httpStatus === 500 || isLate || endedProcess.has(reason)
}

/** tRPC's code of a procedure that ends in time because a service did not; the BFF host has no such code. */
const serviceIsLate = 'GATEWAY_TIMEOUT'

/** The BFF host's reasons of a 503. */
const endedProcess = new Set(['BUNDLE_FAILED', 'BUNDLE_RESTARTING'])
