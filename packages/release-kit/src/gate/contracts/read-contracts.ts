import { createFileRegistry, fromBinary } from '@bufbuild/protobuf'
import type { FileRegistry } from '@bufbuild/protobuf'
import type { FileDescriptorProto } from '@bufbuild/protobuf/wkt'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'

/** Parses a FileDescriptorSet into a registry. Concatenated sets may hold a file more than once, in any order. */
export function readContracts(bytes: Uint8Array): FileRegistry {
  const set = fromBinary(FileDescriptorSetSchema, bytes)
  const byName = new Map(set.file.map((file) => [file.name, file]))
  const ordered = new Set<FileDescriptorProto>()
  // A registry requires imports before the files that import them.
  const add = (file: FileDescriptorProto): void => {
    for (const name of file.dependency) {
      const imported = byName.get(name)
      if (imported) add(imported)
    }
    ordered.add(file)
  }
  byName.forEach(add)
  set.file = [...ordered]
  return createFileRegistry(set)
}
