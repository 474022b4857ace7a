export interface BuildTarget {
  version: string
  /** The folder of `mall.config.ts`. Everything in the output is relative to it, so that builds are reproducible. */
  root: string
  outDir: string
  target: 'web' | 'ssr'
  /** For a build that is repeated at every change: quick rather than small. */
  watch?: boolean
}
