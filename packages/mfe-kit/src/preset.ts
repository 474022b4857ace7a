import type { Configuration } from 'webpack'
import type { MicroFrontend } from './config.ts'
import { browserBuild } from './preset/browser.ts'
import { serverBuild } from './preset/server.ts'

export { defineMicroFrontend } from './config.ts'
export type { MicroFrontend } from './config.ts'

export interface BuildTarget {
  version: string
  /** The folder of `mall.config.ts`. Everything in the output is relative to it, so that builds are reproducible. */
  root: string
  outDir: string
  target: 'web' | 'ssr'
  /** For a build that is repeated at every change: quick rather than small. */
  watch?: boolean
}

/** The webpack configuration of one side of a micro frontend. Both sides of a release must come from the same sources. */
export function webpackPreset(config: MicroFrontend, build: BuildTarget): Configuration {
  return build.target === 'web' ? browserBuild(config, build) : serverBuild(config, build)
}
