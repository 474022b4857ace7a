import { createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import type { FileRegistry } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'

/** A FileDescriptorSet as something to look names up in. Sets that were joined may hold a file more than once. */
export function readContracts(bytes: Uint8Array): FileRegistry {
  const set = fromBinary(FileDescriptorSetSchema, bytes)
  set.file = [...new Map(set.file.map((file) => [file.name, file])).values()]
  return createFileRegistry(set)
}
