/* oxlint-disable oxc/no-this-in-exported-function -- webpack hands loaders what they need as `this` */
import { existsSync, readFileSync } from 'node:fs'

interface Loading {
  resourcePath: string
  addDependency: (file: string) => void
}

/**
 * A webpack loader. Next ships its client twice, as CommonJS and as ES modules, and always bundles the former, which
 * cannot be shaken: this takes the same file of the latter. The path stays, because Next tells client components by it.
 */
export default function nextAsModules(this: Loading, source: string): string {
  const file = this.resourcePath.replace('/next/dist/', '/next/dist/esm/')
  if (!existsSync(file)) return source
  this.addDependency(file)
  return readFileSync(file, 'utf8')
}
