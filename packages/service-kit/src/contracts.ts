import { create, toBinary, type DescFile } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { serviceUrl } from './rpc-client.ts'

/**
 * Returns a serialized FileDescriptorSet of the files that declare these services or messages, and of all their
 * imports.
 */
export function contractsOf(declared: Iterable<{ file: DescFile }>): Uint8Array {
  const files = new Map<string, DescFile>()
  const add = (file: DescFile): void => {
    file.dependencies.forEach(add)
    files.set(file.name, file)
  }
  for (const { file } of declared) add(file)
  const file = [...files.values()].map(({ proto }) => proto)
  return toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }))
}

const same = new WeakMap<DescFile, WeakMap<DescFile, boolean>>()

/** Whether two copies of a proto file and of its imports declare the same. */
export function sameContracts(one: DescFile, other: DescFile): boolean {
  if (one === other) return true
  const known = same.get(one) ?? new WeakMap<DescFile, boolean>()
  same.set(one, known)
  const answer =
    known.get(other) ?? Buffer.compare(contractsOf([{ file: one }]), contractsOf([{ file: other }])) === 0
  known.set(other, answer)
  return answer
}

/**
 * Fetches the FileDescriptorSet of a service in another process; empty when the environment has no URL for it.
 * @throws when the service does not respond
 */
export async function remoteContracts(
  typeName: string,
  env: Record<string, string | undefined>,
): Promise<Uint8Array> {
  const url = serviceUrl(typeName, env)
  if (!url) return new Uint8Array()
  const response = await fetch(new URL('/contracts', url), { signal: AbortSignal.timeout(2000) })
  if (!response.ok) throw new Error(`${url}/contracts responded with ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
