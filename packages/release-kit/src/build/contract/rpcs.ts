import { pathToFileURL } from 'node:url'
import { create, toBinary } from '@bufbuild/protobuf'
import type { DescFile } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import { isPropertyAccessExpression } from 'typescript/unstable/ast/is'
import type { Symbol as TypeSymbol } from 'typescript/unstable/sync'
import type { Sources } from './program.ts'

export interface Rpcs {
  /** `mallhive.cart.v1.CartService/GetCart`, sorted. */
  rpcs: string[]
  /** The contracts that they were built against: a serialized FileDescriptorSet. */
  contracts?: Uint8Array
}

/** The service RPCs that a BFF's sources mention. Generated code says of each method which RPC it stands for. */
export async function rpcsOf({ checker, files }: Sources, folder: string): Promise<Rpcs> {
  const found = new Map<string, string>()
  for (const { path, source } of files) {
    if (!path.startsWith(folder)) continue
    const names = memberNames(source)
    const symbols = names.length > 0 ? checker.getSymbolAtLocation(names) : []
    for (const symbol of new Set(symbols)) {
      const rpc = symbol && rpcOf(symbol, (it) => it.getJsDocTags(checker))
      if (rpc) found.set(rpc.name, rpc.declaredIn)
    }
  }
  const rpcs = [...found.keys()].toSorted()
  if (rpcs.length === 0) return { rpcs }
  return { rpcs, contracts: await contractsOf(found) }
}

function rpcOf(symbol: TypeSymbol, tagsOf: (symbol: TypeSymbol) => ReturnType<TypeSymbol['getJsDocTags']>) {
  const declaredIn = symbol.declarations[0]?.path
  if (!declaredIn?.endsWith('_pb.d.ts')) return undefined
  const generated = tagsOf(symbol).find(({ name }) => name === 'generated')
  const rpc = /^from rpc (\S+)\.(\w+)$/.exec(generated?.text ?? '')
  return rpc ? { name: `${rpc[1]}/${rpc[2]}`, declaredIn } : undefined
}

function memberNames(source: SourceFile): Node[] {
  const names: Node[] = []
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node)) names.push(node.name)
    node.forEachChild(visit)
  }
  visit(source)
  return names
}

/** The files that declare these RPCs and all that those import, in the order of their names. */
async function contractsOf(found: Map<string, string>): Promise<Uint8Array> {
  const files = new Map<string, DescFile>()
  const add = (file: DescFile): void => {
    files.set(file.name, file)
    file.dependencies.forEach(add)
  }
  for (const declaredIn of new Set(found.values())) {
    const module: Record<string, unknown> = await import(
      pathToFileURL(declaredIn.replace(/\.d\.ts$/, '.js')).href
    )
    Object.values(module).filter(isDescFile).forEach(add)
  }
  const file = [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ proto }) => proto)
  return toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }))
}

function isDescFile(value: unknown): value is DescFile {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'file'
}
