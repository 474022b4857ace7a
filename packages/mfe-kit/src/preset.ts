import type { Configuration } from 'webpack'
import type { MicroFrontend } from './config.ts'
import { browserBuild } from './preset/browser.ts'
import type { BuildTarget } from './preset/build-target.ts'
import { serverBuild } from './preset/server.ts'

export { defineMicroFrontend } from './config.ts'
export type { MicroFrontend } from './config.ts'

/**
 * Returns the webpack configuration of one side of a micro frontend. Both sides of a release must be built from the
 * same sources.
 */
export function webpackPreset(config: MicroFrontend, build: BuildTarget): Configuration {
  return build.target === 'web' ? browserBuild(config, build) : serverBuild(config, build)
}
