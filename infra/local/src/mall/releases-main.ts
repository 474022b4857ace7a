import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { buildRelease } from '@mallhive/release-kit/build'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { builtCandidate } from '@mallhive/release-kit/gate/candidate'
import { passGate } from '@mallhive/release-kit/gate/pass-gate'
import { promote } from '@mallhive/release-runtime/promote'
import { publish } from '@mallhive/release-runtime/publish'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import type { Release } from './releases.ts'

// A process of its own: the compilers are large, and most starts need none of this.
const [verb, list = '[]'] = process.argv.slice(2)
const releases: Release[] = JSON.parse(list)

await (verb === 'build' ? buildAll() : openAll())

async function buildAll(): Promise<void> {
  for (const { root, version, dir } of told(releases)) {
    await buildRelease({ root, version, outDir: dir })
  }
}

/** They come from one checkout and go live together, so each meets the others as they are here. */
async function openAll(): Promise<void> {
  using store = await signingStoreFromEnv(process.env)
  const together = releases.map(descriptorOf)
  for (const release of told(releases)) {
    const { name, version, root, dir } = release
    const built = { dir, descriptor: descriptorOf(release) }
    await passGate(store, builtCandidate(built, root), { together })
    await publish(store, built)
    await promote(store, { name, version, by: 'npm start', why: 'built from this checkout', repair: true })
  }
}

function* told(all: Release[]): Generator<Release> {
  for (const [at, release] of all.entries()) {
    console.log(`${release.name} ${release.version} (${at + 1} of ${all.length})`)
    yield release
  }
}

function descriptorOf({ dir }: Release): Descriptor {
  return JSON.parse(readFileSync(join(dir, 'release.json'), 'utf8'))
}
