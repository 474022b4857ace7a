import { createHash } from 'node:crypto'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { previewAddress, previewUrl } from '@mallhive/release-runtime/preview/preview-address'
import { microFrontendRoot } from '../workspace.ts'
import { here, version } from './args.ts'
import { buildHere } from './build-here.ts'
import { publishBuilt } from './publish-built.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

type Input = Pick<VerbInput, 'signing' | 'progress'>

export const preview = defineVerb({
  does: 'publish the current sources if needed, and print the address that shows them on the preview host',
  args: { mfe: here, version: { ...version, optional: true } },
  options: {},
  examples: ['mall preview cart', 'mall preview cart 1.5.0'],
  async run({ args, cwd, env, store, signing, progress }) {
    const release =
      args.version && args.mfe ? await published(await store(), args.mfe, args.version) : undefined
    const root = release ? '' : microFrontendRoot(cwd, args.mfe)
    const {
      name,
      version: shown,
      routes,
    } = release ?? (await publishHere(root, args.version, { signing, progress }))
    const pin = `${name}@${shown}`
    const address = await previewAddress(env(), pin, async () => (await signing()).signer)
    if (!address)
      throw new ReleaseError('UNREACHABLE', 'set PREVIEW_ORIGIN to the preview host of the mall to see it in')
    const url = previewUrl(address, routes, pin)
    return { lines: [url], json: { name, version: shown, url } }
  },
})

async function published(
  releases: TrustedStore,
  name: string,
  wanted: string,
): Promise<Descriptor | undefined> {
  try {
    return (await readRelease(releases, name, wanted)).release
  } catch (error) {
    if (error instanceof ReleaseError && error.reason === 'NOT_PUBLISHED') return undefined
    throw error
  }
}

/**
 * Publishes under the version of package.json; if other bytes have taken it, under one derived from the bytes, so that
 * the same sources get the same version.
 */
async function publishHere(
  root: string,
  wanted: string | undefined,
  { signing, progress }: Input,
): Promise<Descriptor> {
  const built = await buildHere(progress, { root, version: wanted })
  try {
    await publishBuilt(progress, await signing(), built)
    return built.descriptor
  } catch (error) {
    if (!(error instanceof ReleaseError) || error.reason !== 'EXISTS' || wanted) throw error
  }
  const again = await buildHere(progress, { root, version: previewVersion(built) })
  await publishBuilt(progress, await signing(), again)
  return again.descriptor
}

function previewVersion({ descriptor: { version: base, integrity } }: BuiltRelease): string {
  const hash = createHash('sha256').update(JSON.stringify(integrity)).digest('hex')
  return `${base}-preview.h${hash.slice(0, 8)}`
}
