import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltRelease } from '../build.ts'
import { parseDescriptor } from '../descriptor.ts'
import type { Descriptor } from '../descriptor.ts'
import { descriptorKey, releasePrefix } from '../keys.ts'
import { ReleaseError } from '../release-error.ts'
import type { ReleaseStore } from '../store.ts'

/** A release that wants to be published or promoted. */
export interface Candidate {
  descriptor: Descriptor
  read: (file: string) => Promise<Uint8Array>
  /** The folder of `mall.config.ts`, where the sources are at hand: they say where something comes from. */
  root?: string
  /** Micro frontends that were never live are not missed: this mall is being opened for the first time. */
  first?: boolean
}

/** A release that was built just now. */
export function builtCandidate({ dir, descriptor }: BuiltRelease, root?: string): Candidate {
  return { descriptor, root, read: (file) => readFile(join(dir, file)) }
}

/** A release in the bucket. @throws ReleaseError NOT_PUBLISHED */
export async function publishedCandidate(
  store: ReleaseStore,
  name: string,
  version: string,
): Promise<Candidate> {
  const read = async (key: string) => {
    const object = await store.read(key)
    if (!object)
      throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} is not published: ${key} is missing`)
    return object.bytes
  }
  const json = Buffer.from(await read(descriptorKey(name, version))).toString()
  return {
    descriptor: parseDescriptor(json, name, version),
    read: (file) => read(releasePrefix(name, version) + file),
  }
}
