export interface BuildTarget {
  version: string
  /** The folder of `mall.config.ts`. All paths in the output are relative to it, so that builds are reproducible. */
  root: string
  outDir: string
  target: 'web' | 'ssr'
  /** Builds for a watch mode: quick rather than small. */
  watch?: boolean
}
