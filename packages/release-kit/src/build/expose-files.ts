import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { catalogModules } from '@mallhive/mfe-kit/preset/base'
import type { ExposeAssets } from '@mallhive/mfe-kit/release'
import type { ChunkGroup, Compilation } from 'webpack'

export type ExposeFiles = Record<string, ExposeAssets>

/**
 * Returns the browser files of each expose, and of the messages of each locale, besides the container: the scripts of its first
 * paint, and the style sheets of its lazy chunks, too, because no other code loads those.
 */
export function exposeFiles({ exposes, onEveryPage }: MicroFrontend, compilation: Compilation): ExposeFiles {
  const { namedChunkGroups, entrypoints, compiler } = compilation
  const files = Object.keys({ ...exposes, ...catalogModules(compiler.context) }).map((name) => {
    const inContainer = onEveryPage.includes(name)
    const group = inContainer ? entrypoints.get('remoteEntry') : namedChunkGroups.get(name)
    if (!group) throw new Error(`webpack made no chunk of ${name}`)
    const js = inContainer ? [] : ofType(group.getFiles(), '.js')
    return [name, { js, css: ofType(filesBelow(group), '.css') }]
  })
  return Object.fromEntries(files)
}

function filesBelow(group: ChunkGroup, seen = new Set<ChunkGroup>()): string[] {
  if (seen.has(group)) return []
  seen.add(group)
  const later = group.getChildren().flatMap((child) => filesBelow(child, seen))
  return [...new Set([...group.getFiles(), ...later.toSorted()])]
}

const ofType = (files: string[], type: string) =>
  files.filter((file) => file.endsWith(type)).map((file) => `web/${file}`)
