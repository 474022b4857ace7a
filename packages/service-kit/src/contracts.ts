import { create, toBinary, type DescFile, type DescService } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import { serviceUrl } from './rpc-client.ts'

/** What these services serve: a serialized FileDescriptorSet of the files that declare them and all that those import. */
export function contractsOf(services: Iterable<DescService>): Uint8Array {
  const files = new Map<string, DescFile>()
  const add = (file: DescFile): void => {
    files.set(file.name, file)
    file.dependencies.forEach(add)
  }
  for (const { file } of services) add(file)
  const file = [...files.values()].map(({ proto }) => proto)
  return toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }))
}

/**
 * What a service in another process serves; nothing when nobody said where it is.
 * @throws when it does not answer
 */
export async function remoteContracts(
  typeName: string,
  env: Record<string, string | undefined>,
): Promise<Uint8Array> {
  const url = serviceUrl(typeName, env)
  if (!url) return new Uint8Array()
  const response = await fetch(new URL('/contracts', url), { signal: AbortSignal.timeout(2000) })
  if (!response.ok) throw new Error(`${url}/contracts answered ${response.status}`)
  return new Uint8Array(await response.arrayBuffer())
}
