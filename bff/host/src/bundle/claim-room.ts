import { HttpError } from '../http-error.ts'
import { msg } from '../messages.ts'
import type { SupervisedBundle } from './supervise-bundle.ts'

export interface Room {
  /** Most processes of releases that are not live: superseded versions and previews. */
  mostSpare: number
  /** Those of one micro frontend, so that no team takes all. */
  mostSparePerMfe: number
}

/**
 * Ends the least recently used processes of releases that are not live until one more fits, of the same micro frontend where
 * that one has its share. A process with calls ends once they have ended. @throws HttpError 503 when all have calls
 * @param spare bundles that are not live and whose process runs or is starting
 */
export function claimRoom(name: string, spare: SupervisedBundle[], room: Room): void {
  const others = spare.filter((bundle) => bundle.name !== name)
  const own = others.filter((bundle) => mfeOf(bundle) === mfeOf({ name }))
  free(own, own.length - room.mostSparePerMfe + 1)
  const left = others.filter((bundle) => bundle.occupied())
  free(left, left.length - room.mostSpare + 1)
}

/** Ends processes of releases that have just stopped to be live, as far as there are too many. */
export function shrinkRoom(spare: SupervisedBundle[], { mostSpare }: Room): void {
  const idle = byLastUse(spare).filter((bundle) => !bundle.busy())
  for (const bundle of idle.slice(0, Math.max(0, spare.length - mostSpare))) bundle.rest()
}

function free(bundles: SupervisedBundle[], count: number): void {
  if (count <= 0) return
  const oldest = byLastUse(bundles)
  const idle = oldest.filter((bundle) => !bundle.busy()).slice(0, count)
  for (const bundle of idle) bundle.rest()
  if (idle.length === count) return
  for (const bundle of oldest.filter((it) => it.busy()).slice(0, count - idle.length)) bundle.drain()
  throw new HttpError(503, 'BUNDLE_BUSY', msg('busy'), {
    'retry-after': '1',
  })
}

const byLastUse = (bundles: SupervisedBundle[]) => bundles.toSorted((a, b) => a.usedAt() - b.usedAt())

const mfeOf = ({ name }: { name: string }) => name.split('@')[0]
