import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildRelease } from '@mallhive/release-kit/build'
import { promote } from '@mallhive/release-kit/promote'
import { publish } from '@mallhive/release-kit/publish'
import { signingStoreFromEnv } from '@mallhive/release-kit/trust/trusted-store'

import type { Release } from './releases.ts'

// A process of its own: the compilers are large, and most starts need none of this.
const [verb, list = '[]'] = process.argv.slice(2)
const releases: Release[] = JSON.parse(list)

for (const [at, release] of releases.entries()) {
  console.log(`${release.name} ${release.version} (${at + 1} of ${releases.length})`)
  await (verb === 'build' ? build(release) : goLive(release))
}

async function build({ root, version, dir }: Release): Promise<void> {
  await buildRelease({ root, version, outDir: dir })
}

async function goLive({ name, version, dir }: Release): Promise<void> {
  using store = await signingStoreFromEnv(process.env)
  await publish(store, { dir, descriptor: JSON.parse(readFileSync(join(dir, 'release.json'), 'utf8')) })
  await promote(store, { name, version, by: 'npm start', why: 'built from this checkout', repair: true })
}
