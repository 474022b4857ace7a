import type { BuiltRelease } from '../build.ts'
import { publish } from '../publish.ts'
import type { SigningStore } from '../trust/trusted-store.ts'
import type { Progress } from './progress.ts'

/** Publishes with progress: a bar of the files that are up. */
export function publishBuilt(
  progress: Progress,
  releases: SigningStore,
  built: BuiltRelease,
): Promise<{ created: boolean }> {
  const { name, version } = built.descriptor
  return progress.step(`uploading ${name} ${version}`, (onFile) => publish(releases, built, { onFile }))
}
