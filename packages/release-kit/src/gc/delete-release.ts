import { headersFor } from '@mallhive/release-runtime/file-headers'
import { descriptorKey, releasePrefix, signatureKey } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import { needed } from './find-garbage.ts'

/**
 * Deletes a release, unless it is needed now. The signature goes first, and with it the release; then the pointer is looked
 * at again: who promoted it at that moment finds it whole, or is told that it is gone. Answers whether it was deleted.
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
  await Promise.all(rest.map(({ key }) => store.remove(key)))
  return true
}
