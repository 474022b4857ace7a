import type { Visitor } from '@mallhive/release-runtime/preview/visitor'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { ReleaseReason } from '@mallhive/release-runtime/release-error'
import { BundleFault } from '@mallhive/sandbox/bundle-fault'
import type { FastifyRequest } from 'fastify'
import type { Deps } from './deps.ts'
import { HttpError } from './http-error.ts'
import { msg } from './messages.ts'
import type { NamedRelease } from './parse-call.ts'
import type { RunnableRelease } from './releases.ts'

export interface PickedRelease extends RunnableRelease {
  mfe: string
  /** `cart@1.5.0` */
  name: string
}

/**
 * Returns the router of the release that a call names (`cart@1.5.0`), or of the stable release when it names none. On the
 * shoppers' host only releases that are or were live may be named. @throws HttpError 410 RELEASE_GONE, on which the page reloads
 */
export async function pickRelease(
  { registry, visitor }: Pick<Deps, 'registry' | 'visitor'>,
  headers: FastifyRequest['headers'],
  mfe: string,
  named: NamedRelease | undefined,
): Promise<PickedRelease> {
  const loaded = named ? await ensure(registry, named, visitor(headers)) : registry.stable(mfe)
  if (loaded?.module) return { mfe, name: `${mfe}@${loaded.release.version}`, ...loaded.module }
  const known = registry.status().live.some(({ name }) => name === mfe)
  if (!known) throw new HttpError(404, 'NOT_FOUND', msg('no-api', { mfe }))
  throw new HttpError(503, 'UNAVAILABLE', msg('unavailable'))
}

async function ensure(registry: Deps['registry'], { mfe, version }: NamedRelease, { reach }: Visitor) {
  try {
    return await registry.ensure(mfe, version, reach(mfe, version))
  } catch (error) {
    if (!(error instanceof ReleaseError) && !(error instanceof BundleFault)) throw error
    if (error instanceof ReleaseError && gone.has(error.reason))
      throw new HttpError(410, 'RELEASE_GONE', msg('release-gone'))
    throw new HttpError(503, 'UNAVAILABLE', msg('unavailable'))
  }
}

/** Permanent reasons: retrying the same version cannot succeed. */
const gone = new Set<ReleaseReason>([
  'NOT_PUBLISHED',
  'NOT_PROMOTED',
  'WITHDRAWN',
  'RETIRED',
  'UNTRUSTED',
  'EVICTED',
])
