import { fromBinary, toBinary } from '@bufbuild/protobuf'
import type { FileDescriptorProto, FileDescriptorSet } from '@bufbuild/protobuf/wkt'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import type { Case } from './case.ts'

/** The live service has another contract than the one that the fixture is built against. */
export function serving(change: (file: FileDescriptorProto) => void): Case['live'] {
  return (mall) => ({
    ...mall,
    contracts: async (services) => {
      const set: FileDescriptorSet = fromBinary(
        FileDescriptorSetSchema,
        (await mall.contracts?.(services)) ?? new Uint8Array(),
      )
      for (const file of set.file) if (file.service.length > 0) change(file)
      return toBinary(FileDescriptorSetSchema, set)
    },
  })
}

export function fieldOf(file: FileDescriptorProto, message: string, field: string) {
  const fields = file.messageType.find(({ name }) => name === message)?.field
  const found = fields?.find(({ name }) => name === field)
  if (!fields || !found) throw new Error(`the fixture has no ${message}.${field}`)
  return { fields, found }
}
