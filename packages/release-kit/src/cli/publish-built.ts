import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import { publish } from '@mallhive/release-runtime/publish'
import type { SigningStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { Progress } from './progress.ts'

/** Publishes with progress: a bar of the uploaded files. */
export function publishBuilt(
  progress: Progress,
  releases: SigningStore,
  built: BuiltRelease,
): Promise<{ created: boolean }> {
  const { name, version } = built.descriptor
  return progress.step(`uploading ${name} ${version}`, (onFile) => publish(releases, built, { onFile }))
}
