import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { bffFolder } from './bff-folder.ts'
import { fragmentsOf } from './fragments.ts'
import { passesOf } from './passes.ts'
import { openSources } from './program.ts'
import { rpcsOf } from './rpcs.ts'

export type Contract = Pick<Descriptor, 'fragments' | 'passes' | 'rpcs' | 'rpcsAt' | 'contracts'>

const contractsFile = 'bff/contracts.binpb'

/** Returns a release's contract, read from the types of its sources; the gate compares it with the live releases. */
export async function contractOf(
  config: MicroFrontend,
  { root, dir }: { root: string; dir: string },
): Promise<Contract> {
  using sources = openSources(config, root)
  const folder = bffFolder(config, sources.root)
  const { contracts, ...called } = folder
    ? await rpcsOf(sources, folder)
    : { rpcs: [], rpcsAt: {}, contracts: undefined }
  if (contracts) {
    await mkdir(dirname(join(dir, contractsFile)), { recursive: true })
    await writeFile(join(dir, contractsFile), contracts)
  }
  return {
    fragments: fragmentsOf(config, sources),
    passes: passesOf(sources),
    ...called,
    contracts: contracts && contractsFile,
  }
}
