import { create, createFileRegistry, fromBinary, toBinary } from '@bufbuild/protobuf'
import type { DescService, Message } from '@bufbuild/protobuf'
import { EmptySchema, FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import type { CallOptions, Client } from '@connectrpc/connect'
import { isKnownService } from './known-services.ts'

export type OpenClient = <S extends DescService>(service: S) => Client<S>

/** Clients for the RPCs that a release declares, and no others. */
export interface ReleaseRpcs {
  /** @throws DomainError of the service; Error for an RPC that the release does not declare */
  call: (rpc: string, message: Uint8Array, options: CallOptions) => Promise<Uint8Array>
}

/**
 * Opens clients for the RPCs that `release.json` lists (`mallhive.cart.v1.CartService/GetCart`). Messages pass as bytes, because a
 * release and the services may have been built against different contracts.
 */
export function openReleaseRpcs(declared: string[], client: OpenClient): ReleaseRpcs {
  const methods = new Map<string, (message: Uint8Array, options: CallOptions) => Promise<Uint8Array>>()
  for (const service of servicesOf(declared.filter((rpc) => isKnownService(typeNameOf(rpc))))) {
    const calls = client(service)
    for (const { name, localName, input, output } of service.methods) {
      const method: (message: Message, options: CallOptions) => Promise<Message> = Reflect.get(
        calls,
        localName,
      )
      methods.set(`${service.typeName}/${name}`, async (message, options) =>
        toBinary(output, await method(fromBinary(input, message), options)),
      )
    }
  }
  return {
    async call(rpc, message, options) {
      const method = methods.get(rpc)
      if (!method && declared.includes(rpc)) throw new Error(`${rpc} is of no service that the host knows`)
      if (!method) throw new Error(`${rpc} is not among the RPCs that the release declares`)
      return method(message, options)
    },
  }
}

const typeNameOf = (rpc: string) => rpc.slice(0, rpc.indexOf('/'))

/** Descriptors whose messages have no fields: protobuf preserves unknown fields, so messages pass unchanged. */
function servicesOf(rpcs: string[]): DescService[] {
  const byService = Map.groupBy(rpcs, typeNameOf)
  const empty = `.${EmptySchema.typeName}`
  const file = [...byService].map(([typeName, names]) => ({
    name: `${typeName}.proto`,
    syntax: 'proto3',
    package: typeName.slice(0, typeName.lastIndexOf('.')),
    dependency: [EmptySchema.file.proto.name],
    service: [
      {
        name: typeName.slice(typeName.lastIndexOf('.') + 1),
        method: names.map((rpc) => ({
          name: rpc.slice(typeName.length + 1),
          inputType: empty,
          outputType: empty,
        })),
      },
    ],
  }))
  const set = create(FileDescriptorSetSchema, { file: [EmptySchema.file.proto, ...file] })
  const registry = createFileRegistry(set)
  return [...registry].filter((it) => it.kind === 'service')
}
