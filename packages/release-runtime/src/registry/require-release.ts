import { nameSchema, versionSchema } from '../descriptor.ts'
import { ReleaseError } from '../release-error.ts'

/** Rejects malformed names and versions before any key is built from them. @throws ReleaseError NOT_PUBLISHED */
export function requireRelease(name: string, version: string): void {
  if (nameSchema.safeParse(name).success && versionSchema.safeParse(version).success) return
  throw new ReleaseError('NOT_PUBLISHED', `there is no release "${name}@${version}"`)
}
