import { createHash } from 'node:crypto'
import type { BuiltRelease } from '../build.ts'
import type { Descriptor } from '../descriptor.ts'
import { parseDescriptor } from '../descriptor.ts'
import { descriptorKey } from '../keys.ts'
import { ReleaseError } from '../release-error.ts'
import type { ReleaseStore } from '../store.ts'
import { microFrontendRoot } from '../workspace.ts'
import { here, version } from './args.ts'
import { buildHere } from './build-here.ts'
import { previewUrl } from './preview-url.ts'
import { publishBuilt } from './publish-built.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

type Input = Pick<VerbInput, 'store' | 'progress'>

export const preview = defineVerb({
  does: 'publish what is here if it is not yet, and print the URL that shows it to you alone',
  args: { mfe: here, version: { ...version, optional: true } },
  options: {},
  examples: ['mall preview cart', 'mall preview cart 1.5.0'],
  async run({ args, cwd, env, store, progress }) {
    const release = args.version && args.mfe ? await published(store(), args.mfe, args.version) : undefined
    const root = release ? '' : microFrontendRoot(cwd, args.mfe)
    const {
      name,
      version: shown,
      routes,
    } = release ?? (await publishHere(root, args.version, { store, progress }))
    const url = previewUrl(env(), { name, version: shown, routes })
    if (!url)
      throw new ReleaseError('UNREACHABLE', 'set PUBLIC_ORIGIN to the address of the mall to see it in')
    return { lines: [url], json: { name, version: shown, url } }
  },
})

async function published(store: ReleaseStore, name: string, wanted: string): Promise<Descriptor | undefined> {
  const object = await store.read(descriptorKey(name, wanted))
  return object && parseDescriptor(Buffer.from(object.bytes).toString(), name, wanted)
}

/** Under its own version; where that is taken by other bytes, under one that its own bytes give: the same again is free. */
async function publishHere(
  root: string,
  wanted: string | undefined,
  { store, progress }: Input,
): Promise<Descriptor> {
  const built = await buildHere(progress, { root, version: wanted })
  try {
    await publishBuilt(progress, store(), built)
    return built.descriptor
  } catch (error) {
    if (!(error instanceof ReleaseError) || error.reason !== 'EXISTS' || wanted) throw error
  }
  const again = await buildHere(progress, { root, version: previewVersion(built) })
  await publishBuilt(progress, store(), again)
  return again.descriptor
}

function previewVersion({ descriptor: { version: base, integrity } }: BuiltRelease): string {
  const hash = createHash('sha256').update(JSON.stringify(integrity)).digest('hex')
  return `${base}-preview.${hash.slice(0, 8)}`
}
