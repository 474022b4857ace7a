import type { Node, SourceFile } from 'typescript/unstable/ast'

/** Returns the line of a node's first character, counted from 1. */
export function lineOf(source: SourceFile, node: Node): number {
  return source.text.slice(0, node.getStart()).split('\n').length
}
