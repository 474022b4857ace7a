import type { BffModule } from '@mallhive/mfe-kit/bff'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseReason } from '@mallhive/release-runtime/release-error'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'
import type { NamedRelease } from './parse-call.ts'

export interface PickedRelease {
  /** `cart@1.5.0` */
  name: string
  module: BffModule
}

/**
 * The router that a call belongs to: of the release that its document was given (`cart@1.5.0`), or the stable one when it
 * names none. @throws HttpError 410 RELEASE_GONE, upon which a document loads itself anew
 */
export async function pickRelease(
  registry: Deps['registry'],
  mfe: string,
  named: NamedRelease | undefined,
): Promise<PickedRelease> {
  const loaded = named ? await ensure(registry, named) : registry.stable(mfe)
  if (loaded?.module) return { name: `${mfe}@${loaded.release.version}`, module: loaded.module }
  const known = registry.status().live.some(({ name }) => name === mfe)
  if (!known) throw new HttpError(404, 'NOT_FOUND', `There is no API of "${mfe}".`)
  throw new HttpError(503, 'UNAVAILABLE', `The API of "${mfe}" is not available right now.`)
}

async function ensure(registry: Deps['registry'], { mfe, version }: NamedRelease) {
  try {
    return await registry.ensure(mfe, version)
  } catch (error) {
    if (!(error instanceof ReleaseError)) throw error
    if (gone.has(error.reason))
      throw new HttpError(410, 'RELEASE_GONE', 'This page is out of date. Please load it again.')
    throw new HttpError(503, 'UNAVAILABLE', `The API of "${mfe}" is not available right now.`)
  }
}

/** What no waiting brings back: never there, too old, or signed by a key that does not count any more. */
const gone = new Set<ReleaseReason>(['NOT_PUBLISHED', 'RETIRED', 'UNTRUSTED'])
