import { buildRelease } from '@mallhive/release-kit/build'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { rootDir } from '../paths.ts'
import { type Release, releaseCheckout } from './release-checkout.ts'

// A process of its own: the compilers are large, and most starts need none of this.
const [verb, list = '[]'] = process.argv.slice(2)
const releases: Release[] = JSON.parse(list)

await (verb === 'build' ? buildAll() : publishAll())

async function buildAll(): Promise<void> {
  for (const [at, { name, root, version, dir }] of releases.entries()) {
    console.log(`${name} ${version} (${at + 1} of ${releases.length})`)
    await buildRelease({ root, version, outDir: dir })
  }
}

/** The last line is the outcome as JSON. */
async function publishAll(): Promise<void> {
  using store = await signingStoreFromEnv(process.env)
  const outcomes = await releaseCheckout(store, { name: rootDir, releases }, ({ name, version }) =>
    console.log(`${name} ${version}`),
  )
  console.log(JSON.stringify(outcomes))
}
