import { basename } from 'node:path'
import type { BuildRequest } from '../build.ts'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import type { Progress } from './progress.ts'

/** Builds with progress. The compilers are imported only here, so that other verbs start fast. */
export async function buildHere(progress: Progress, request: BuildRequest): Promise<BuiltRelease> {
  return progress.step(`building ${basename(request.root)}`, async () => {
    const { buildRelease } = await import('../build.ts')
    return buildRelease(request)
  })
}
