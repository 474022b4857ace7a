import { nameSchema, versionSchema } from '../descriptor.ts'
import { ReleaseError } from '../release-error.ts'

/** @throws ReleaseError NOT_PUBLISHED for what can't be the name and version of a release, before anything is read for it */
export function requireRelease(name: string, version: string): void {
  if (nameSchema.safeParse(name).success && versionSchema.safeParse(version).success) return
  throw new ReleaseError('NOT_PUBLISHED', `there is no release "${name}@${version}"`)
}
