import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { buildRelease } from '@mallhive/release-kit/build'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import { sha384 } from '@mallhive/release-runtime/integrity'

const root = fileURLToPath(new URL('../../../../packages/release-kit/fixtures/hello', import.meta.url))
const placeholder = '%RELEASE%'

/** Builds the fixture once and returns a function that copies it to another version by replacing its names. */
export async function helloReleases(dir: string): Promise<(version: string) => BuiltRelease> {
  const source = await buildRelease({ root, version: '0.0.0', outDir: join(dir, 'source') })
  return (version) => rename(source, version, join(dir, version))
}

function rename(source: BuiltRelease, version: string, dir: string): BuiltRelease {
  const renamed = (text: string) =>
    text
      .replaceAll(placeholder, version)
      .replaceAll(source.descriptor.id, idOf(version))
      .replaceAll(source.descriptor.base, `/mfe/hello/${version}/`)
  const integrity: Record<string, string> = {}
  for (const file of Object.keys(source.descriptor.integrity)) {
    const bytes = Buffer.from(renamed(readFileSync(join(source.dir, file), 'utf8')))
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), bytes)
    integrity[file] = sha384(bytes)
  }
  const descriptor = { ...JSON.parse(renamed(JSON.stringify(source.descriptor))), version, integrity }
  return { dir, descriptor }
}

const idOf = (version: string) => `hello_${version.replaceAll('.', '_')}`
