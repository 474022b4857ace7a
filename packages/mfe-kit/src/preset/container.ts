import webpack from 'webpack'
import type { Configuration } from 'webpack'
import type { MicroFrontend } from '../config.ts'
import { catalogModules, containerRuntime } from './base.ts'
import type { BuildTarget } from './build-target.ts'
import { sharedPackages } from './shared.ts'

const runtime = JSON.stringify(containerRuntime)

/**
 * Returns entry and plugins of a Module Federation container, `remoteEntry.js`, which any federation host can load. It is
 * written here and not by webpack's plugin: version ranges are compared when a release is made, and a page loads several
 * containers.
 */
export function containerBuild(
  { exposes, onEveryPage }: MicroFrontend,
  { root }: Pick<BuildTarget, 'root'>,
  libraryType: string,
): Required<Pick<Configuration, 'entry' | 'plugins'>> {
  const shared = Object.keys(sharedPackages)
  const loads = Object.entries({ ...exposes, ...catalogModules(root) }).map(([name, file]) => {
    const chunk = onEveryPage.includes(name) ? 'webpackMode: "eager"' : `webpackChunkName: "${name}"`
    return `"./${name}": () => import(/* ${chunk} */ ${JSON.stringify(file)})`
  })
  const requires = shared.map((name) => `require("virtual:shared/${name}")`)
  const modules = {
    // Its last function is never called: because of it the shared modules are in this file, and not in that of each expose.
    container: `
      import { load } from ${runtime}
      const init = (scope) => load(scope, ${JSON.stringify(shared)})
      const exposes = { ${loads.join(',\n')} }
      const get = async (name) => {
        if (!exposes[name]) throw new Error('The container has no ' + name)
        const module = await exposes[name]()
        return () => module
      }
      export { get, init }
      function shared() { ${requires.join('; ')} }`,
    ...Object.fromEntries(
      shared.map((name) => [`shared/${name}`, `module.exports = require(${runtime}).take("${name}")`]),
    ),
  }
  return {
    entry: {
      remoteEntry: {
        import: 'virtual:container',
        filename: 'remoteEntry.js',
        library: { type: libraryType },
      },
    },
    plugins: [
      new webpack.experiments.schemes.VirtualUrlPlugin(modules),
      new webpack.NormalModuleReplacementPlugin(
        new RegExp(`^(${shared.join('|')})$`),
        (request: { request: string }) => {
          request.request = `virtual:shared/${request.request}`
        },
      ),
    ],
  }
}
