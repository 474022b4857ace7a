import type { RemoteRelease } from './release.ts'
import type { CallType } from './trpc/bff-calls.ts'

/** Access to the BFFs for one shopper, from loaders. */
export interface BffTransport {
  releases: Record<string, NamedRelease>
  /**
   * Calls a procedure of a micro frontend's BFF, by the release in `releases`.
   * @throws BffError for a refusal, or when the BFF does not answer before the loader's deadline
   */
  call: (mfe: string, type: CallType, path: string, input: unknown) => Promise<unknown>
}

/** The release of the calling code. */
export type NamedRelease = Pick<RemoteRelease, 'id' | 'version'>
