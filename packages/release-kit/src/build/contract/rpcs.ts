import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { create, toBinary } from '@bufbuild/protobuf'
import type { DescFile } from '@bufbuild/protobuf'
import { FileDescriptorSetSchema } from '@bufbuild/protobuf/wkt'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import { isPropertyAccessExpression } from 'typescript/unstable/ast/is'
import type { Symbol as TypeSymbol } from 'typescript/unstable/sync'
import { lineOf } from './line-of.ts'
import type { Sources } from './program.ts'

export interface Rpcs {
  /** `mallhive.cart.v1.CartService/GetCart`, sorted. */
  rpcs: string[]
  /** RPC → the first place in the sources that mentions it. */
  rpcsAt: Record<string, string>
  /** The contracts of these RPCs as of the build: a serialized FileDescriptorSet. */
  contracts?: Uint8Array
}

/**
 * Returns the service RPCs that a BFF's sources mention. The generated code names the RPC of each method in a comment.
 */
export async function rpcsOf({ checker, files, root }: Sources, folder: string): Promise<Rpcs> {
  const found = new Map<string, { declaredIn: string; at: string }>()
  for (const { path, source } of files) {
    if (!path.startsWith(folder)) continue
    const names = memberNames(source)
    const symbols = names.length > 0 ? checker.getSymbolAtLocation(names) : []
    for (const [index, symbol] of symbols.entries()) {
      const name = names[index]
      const rpc = symbol && rpcOf(symbol, (it) => it.getJsDocTags(checker))
      if (name && rpc && !found.has(rpc.name))
        found.set(rpc.name, {
          declaredIn: rpc.declaredIn,
          at: `${relative(root, path)}:${lineOf(source, name)}`,
        })
    }
  }
  const rpcs = [...found.keys()].toSorted()
  const rpcsAt = Object.fromEntries(rpcs.map((rpc) => [rpc, found.get(rpc)?.at ?? '']))
  if (rpcs.length === 0) return { rpcs, rpcsAt }
  return { rpcs, rpcsAt, contracts: await contractsOf([...found.values()].map((it) => it.declaredIn)) }
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

/** Returns a FileDescriptorSet of the files that declare these RPCs and of their imports, sorted by name. */
async function contractsOf(declaredIn: string[]): Promise<Uint8Array> {
  const files = new Map<string, DescFile>()
  const add = (file: DescFile): void => {
    files.set(file.name, file)
    file.dependencies.forEach(add)
  }
  for (const file of new Set(declaredIn)) {
    const module: Record<string, unknown> = await import(pathToFileURL(file.replace(/\.d\.ts$/, '.js')).href)
    Object.values(module).filter(isDescFile).forEach(add)
  }
  const file = [...files.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ proto }) => proto)
  return toBinary(FileDescriptorSetSchema, create(FileDescriptorSetSchema, { file }))
}

function isDescFile(value: unknown): value is DescFile {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'file'
}
