import webpack from 'webpack'
import type { Chunk, Compiler } from 'webpack'

const { RuntimeGlobals, RuntimeModule } = webpack

const name = 'ChunkLoading'

interface ChunkLoadingOptions {
  /** Whether chunks are named `<id>.<fullhash>`, and bring their style sheets; else `<id>`, and the host loads those. */
  isHost?: boolean
}

/**
 * Replaces webpack's loading of chunks, which every page pays for in the shell and in each container. A chunk's id is the name of
 * its file beside the entry, so there is no table of files. A failed import is tried anew by the next call. An entry imports
 * the scripts that it depends on, so it starts at once.
 */
export class ChunkLoading {
  private readonly options: ChunkLoadingOptions

  constructor(options: ChunkLoadingOptions = {}) {
    this.options = options
  }

  apply({ hooks }: Compiler): void {
    const { isHost = false } = this.options
    hooks.thisCompilation.tap(name, (compilation) => {
      // Before webpack numbers the chunks that have no id yet.
      compilation.hooks.chunkIds.tap({ name, stage: -1 }, (chunks) => {
        for (const chunk of chunks) {
          if (chunk.name) Object.assign(chunk, { id: chunk.name, ids: [chunk.name] })
        }
      })
      replace(RuntimeGlobals.ensureChunk, () => new LoadChunk(isHost), [
        RuntimeGlobals.moduleFactories,
        ...(isHost ? [RuntimeGlobals.getFullHash] : []),
      ])
      replace(RuntimeGlobals.externalInstallChunk, () => new InstallChunk(isHost), [
        RuntimeGlobals.moduleFactories,
      ])
      replace(RuntimeGlobals.onChunksLoaded, () => new StartAtOnce(), [])

      function replace(requirement: string, newModule: () => webpack.RuntimeModule, needs: string[]) {
        // Before webpack's own tap, which is not called after a result.
        const tap = { name, stage: -1 }
        compilation.hooks.runtimeRequirementInTree.for(requirement).tap(tap, (chunk, needed) => {
          for (const need of needs) needed.add(need)
          compilation.addRuntimeModule(chunk, newModule())
          return true
        })
      }
    })
  }
}

const install = `(chunk) => { Object.assign(${RuntimeGlobals.moduleFactories}, chunk.${RuntimeGlobals.esmModules}) }`

class LoadChunk extends RuntimeModule {
  private readonly isHost: boolean

  constructor(isHost: boolean) {
    super('load chunk')
    this.isHost = isHost
  }

  override generate(): string {
    const withoutScripts = this.chunks((chunk) => !this.has(chunk, 'javascript'))
    const withStyles = this.chunks((chunk) => this.has(chunk, 'css/mini-extract'))
    const version = this.isHost ? `"." + ${RuntimeGlobals.getFullHash}() + ` : ''
    const script = `import("./" + id + ${version}".js").then(${install})`
    const load = this.isHost
      ? `Promise.all([${script}, ${JSON.stringify(withStyles)}.includes(id) && loadStyles(id)])`
      : script
    return `
      const loads = ${JSON.stringify(Object.fromEntries(withoutScripts.map((id) => [id, 0])))}
      ${this.isHost ? loadStyles : ''}
      ${RuntimeGlobals.ensureChunk} = (id) => loads[id] ??= ${load}.catch((error) => { delete loads[id]; throw error })`
  }

  /** Returns ids as they are in code: webpack numbers chunks without a name. */
  private chunks(which: (chunk: Chunk) => boolean): (string | number)[] {
    return [...(this.chunk?.getAllReferencedChunks() ?? [])]
      .filter((chunk) => chunk !== this.chunk && which(chunk))
      .flatMap(({ id }) => id ?? [])
      .toSorted((a, b) => (String(a) < String(b) ? -1 : 1))
  }

  private has(chunk: Chunk, type: string): boolean {
    return this.chunkGraph?.getChunkModulesIterableBySourceType(chunk, type) !== undefined
  }
}

const loadStyles = `
  const loadStyles = (id) => new Promise((onload, onerror) => {
    const href = new URL("./" + id + "." + ${RuntimeGlobals.getFullHash}() + ".css", import.meta.url)
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload, onerror }))
  })`

class InstallChunk extends RuntimeModule {
  private readonly isHost: boolean

  constructor(isHost: boolean) {
    super('install chunk')
    this.isHost = isHost
  }

  override generate(): string {
    // A container depends on no other file with scripts.
    return this.isHost ? `${RuntimeGlobals.externalInstallChunk} = ${install}` : ''
  }
}

class StartAtOnce extends RuntimeModule {
  constructor() {
    super('start at once')
  }

  override generate(): string {
    return `${RuntimeGlobals.onChunksLoaded} = (result, chunks, run) => run ? run() : result`
  }
}
