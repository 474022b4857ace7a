import { watch as watchFolder } from 'node:fs'
import { dirname, join } from 'node:path'
import { context } from 'esbuild'
import { bffBuild, bffProblem } from '../build/bff.ts'
import type { OnBuilt, Place } from './compilation.ts'

/**
 * Bundles the router again after every change in its folder. esbuild's own watch mode polls and takes seconds to
 * notice.
 */
export async function watchBff(router: string, place: Place, built: OnBuilt): Promise<AsyncDisposable> {
  const bundle = await context(bffBuild(router, place))
  let building = Promise.resolve()
  const rebuild = () => {
    building = building.then(() =>
      bundle.rebuild().then(
        () => built(undefined),
        (cause: unknown) => built(bffProblem(cause)),
      ),
    )
  }
  let soon: NodeJS.Timeout | undefined
  const watcher = watchFolder(dirname(join(place.root, router)), { recursive: true }, (_, file) => {
    if (file && /(^|\/)(dist|node_modules)\//.test(file)) return
    clearTimeout(soon)
    // One save of an editor causes several events.
    soon = setTimeout(rebuild, 20)
  })
  rebuild()
  return {
    async [Symbol.asyncDispose]() {
      watcher.close()
      clearTimeout(soon)
      await building
      await bundle.dispose()
    },
  }
}
