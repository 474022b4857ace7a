import { headersFor } from '@mallhive/release-runtime/file-headers'
import { descriptorKey, releasePrefix, signatureKey, usedKey } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { needed } from './find-garbage.ts'

/**
 * Deletes a release unless the pointer needs it; returns whether it did. It removes the signature first and then reads
 * the pointer again: a concurrent promotion either makes it restore the signature, or fails with NOT_PUBLISHED.
 */
export async function deleteRelease(trusted: TrustedStore, name: string, version: string): Promise<boolean> {
  const { store } = trusted
  const isNeeded = async () => needed(await readPointer(trusted, name)).includes(version)
  if (await isNeeded()) return false

  const signature = await store.read(signatureKey(name, version))
  await store.remove(signatureKey(name, version))
  if (await isNeeded()) {
    if (signature) await store.create(signatureKey(name, version), signature.bytes, headersFor('release.sig'))
    return false
  }
  await store.remove(descriptorKey(name, version))
  const rest = await store.list(releasePrefix(name, version))
  const keys = [...rest.map(({ key }) => key), usedKey(name, version)]
  await Promise.all(keys.map((key) => store.remove(key)))
  return true
}
