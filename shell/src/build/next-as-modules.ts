/* oxlint-disable oxc/no-this-in-exported-function -- webpack hands loaders what they need as `this` */
import { existsSync, readFileSync } from 'node:fs'

interface Loading {
  resourcePath: string
  addDependency: (file: string) => void
}

/**
 * A webpack loader that replaces a CommonJS file of Next's client by its ES module, which can be tree-shaken. Next ships both
 * and always bundles CommonJS. The path is unchanged, because Next identifies client components by it.
 */
export default function nextAsModules(this: Loading, source: string): string {
  const file = this.resourcePath.replace('/next/dist/', '/next/dist/esm/')
  if (!existsSync(file)) return source
  this.addDependency(file)
  return readFileSync(file, 'utf8')
}
