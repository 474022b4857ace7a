import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { sha384 } from '@mallhive/release-runtime/integrity'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'

import { copyOf } from '../soak/copies.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../../../bff/host/fixtures/${name}`, import.meta.url), 'utf8')

/** The planted faults: names of procedures in `bff/host/fixtures/faults.cjs`. */
export const faultNames = [
  'rejection',
  'timer',
  'exit',
  'loop',
  'objects',
  'buffers',
  'recursion',
  'timers',
  'flood',
]

/** Copies a built release to another version and adds the faults to the procedures of its BFF. */
export function withFaults(from: string, version: string, to: string): BuiltRelease & Disposable {
  return changed(
    from,
    version,
    to,
    (code) => `${code}
;{
  const honest = { ...module.exports }
  const faulty = {}
  ;((exports) => { ${fixture('faults.cjs')} })(faulty)
  const planted = new Set(${JSON.stringify(faultNames)})
  const handle = (request, ...rest) => {
    const name = new URL(request.url).pathname.split('/').at(-1)
    return planted.has(name) ? faulty.handle(request) : honest.handle(request, ...rest)
  }
  module.exports = { ...honest, handle }
}`,
  )
}

/** Copies a built release to another version whose BFF tries every known way out of its process. */
export function withProbes(from: string, version: string, to: string): BuiltRelease & Disposable {
  return changed(from, version, to, () => fixture('escapes.cjs'))
}

function changed(
  from: string,
  version: string,
  to: string,
  change: (code: string) => string,
): BuiltRelease & Disposable {
  const copy = copyOf(from, version, to)
  const { bff } = copy.descriptor
  if (!bff) throw new Error(`${copy.descriptor.name} has no BFF to plant faults in`)
  const bytes = Buffer.from(change(readFileSync(join(to, bff), 'utf8')))
  writeFileSync(join(to, bff), bytes)
  const integrity = { ...copy.descriptor.integrity, [bff]: sha384(bytes) }
  const sizes = { ...copy.descriptor.sizes, [bff]: bytes.length }
  return { ...copy, descriptor: { ...copy.descriptor, integrity, sizes } }
}
