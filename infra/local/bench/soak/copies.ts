import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { sha384 } from '@mallhive/release-runtime/integrity'

/**
 * Copies a built release to another version by replacing its id and base path in every file. Reading as Latin 1 preserves
 * binary files.
 */
export function copyOf(from: string, version: string, to: string): BuiltRelease & Disposable {
  const source: Descriptor = JSON.parse(readFileSync(join(from, 'release.json'), 'utf8'))
  const id = `${source.name}_${version}`.replaceAll(/\W/g, '_')
  const base = `/mfe/${source.name}/${version}/`
  const integrity: Record<string, string> = {}
  const sizes: Record<string, number> = {}
  for (const file of Object.keys(source.integrity)) {
    const code = readFileSync(join(from, file), 'latin1')
      .replaceAll(source.id, id)
      .replaceAll(source.base, base)
    const bytes = Buffer.from(code, 'latin1')
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), bytes)
    integrity[file] = sha384(bytes)
    sizes[file] = bytes.length
  }
  const descriptor = { ...source, version, id, base, integrity, sizes }
  return { dir: to, descriptor, [Symbol.dispose]: () => rmSync(to, { recursive: true, force: true }) }
}
