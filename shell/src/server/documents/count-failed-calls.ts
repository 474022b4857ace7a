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
 * refusal (4xx, rate limits among them), an unavailable service or host, which fail for all releases, or an aborted call. A late
 * service counts, since a procedure that is late by itself ends by the last service that it calls; stable releases have it, too.
 */
function isOwnFailure(error: unknown): boolean {
  if (!(error instanceof BffError) || !error.data) return false
  const { httpStatus, reason = '' } = error.data
  return httpStatus === 500 || httpStatus === 504 || endedProcess.has(reason)
}

/** The BFF host's reasons of a 503. */
const endedProcess = new Set(['BUNDLE_FAILED', 'BUNDLE_RESTARTING'])
