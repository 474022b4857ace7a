import { buildRelease } from '@mallhive/release-kit/build'
import { signingStoreFromEnv } from '@mallhive/release-runtime/trust/trusted-store'

import { rootDir } from '../paths.ts'
import { type Release, releaseCheckout } from './release-checkout.ts'

// Runs in a separate process: the compilers need much memory, and most starts build nothing.
const [verb, list = '[]'] = process.argv.slice(2)
const releases: Release[] = JSON.parse(list)

await (verb === 'build' ? buildAll() : publishAll())

async function buildAll(): Promise<void> {
  for (const [at, { name, root, version, dir }] of releases.entries()) {
    console.log(`${name} ${version} (${at + 1} of ${releases.length})`)
    await buildRelease({ root, version, outDir: dir })
  }
}

/** Prints progress, and the outcomes as JSON on the last line. */
async function publishAll(): Promise<void> {
  using store = await signingStoreFromEnv(process.env)
  const outcomes = await releaseCheckout(store, { root: rootDir, releases }, ({ name, version }) =>
    console.log(`${name} ${version}`),
  )
  console.log(JSON.stringify(outcomes))
}
