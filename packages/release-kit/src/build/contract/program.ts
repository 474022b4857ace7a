import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { MicroFrontend } from '@mallhive/mfe-kit/config'
import { API } from 'typescript/unstable/sync'
import type { Project } from 'typescript/unstable/sync'
import type { SourceFile } from 'typescript/unstable/ast'
import { endCompiler } from './end-compiler.ts'

export interface Sources extends Disposable {
  checker: Project['checker']
  /** Every module reachable from the exposes and the router, without libraries. */
  files: { path: string; source: SourceFile }[]
  /** Returns a source file by its path in the declaration, relative to `mall.config.ts`. */
  file: (path: string) => SourceFile | undefined
  /** The folder of `mall.config.ts`, without symbolic links. */
  root: string
}

/**
 * Strict except for indexed access, so that sources which compile with the team's own options compile here, too. The
 * team's tsconfig.json is not read, as in the bundlers: a release depends on its sources alone.
 */
export const compilerOptions = {
  strict: true,
  target: 'es2024',
  lib: ['es2024', 'esnext.disposable', 'dom', 'dom.iterable'],
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: [],
}

/** Opens the sources of a micro frontend and of its BFF with the TypeScript compiler, to inspect their types. */
export function openSources(config: MicroFrontend, folder: string): Sources {
  const root = realpathSync(folder)
  const configFile = join(root, 'tsconfig.mall.json')
  const assets = join(root, 'mall-assets.d.ts')
  const entries = [...Object.values(config.exposes), ...(config.bff ? [config.bff] : [])]
  const virtual: Record<string, string> = {
    [configFile]: JSON.stringify({ compilerOptions, files: [...entries, assets] }),
    [assets]: ['css', 'svg', 'png', 'webp', 'avif', 'woff2'].map(declarationOf).join('\n'),
  }
  const api = new API({
    cwd: root,
    fs: {
      readFile: (file) => virtual[file],
      fileExists: (file) => (Object.hasOwn(virtual, file) ? true : undefined),
    },
  })
  const snapshot = api.updateSnapshot({ openProjects: [configFile] })
  const project = snapshot.getProject(configFile)
  if (!project) throw new Error(`the compiler did not open ${root}`)
  const { program, checker } = project
  const own = program.getSourceFileNames().filter((file) => /\.tsx?$/.test(file) && !isLibrary(file))
  return {
    checker,
    root,
    files: own.flatMap((path) => {
      const source = program.getSourceFile(path)
      return source ? [{ path, source }] : []
    }),
    file: (path) => program.getSourceFile(join(root, path)),
    [Symbol.dispose]() {
      snapshot.dispose()
      endCompiler(api)
    },
  }
}

/** Returns the module declaration for imports of a file type that is not code, as the bundlers resolve them. */
function declarationOf(extension: string): string {
  const type = extension === 'css' ? 'Record<string, string>' : 'string'
  return `declare module '*.${extension}' { const value: ${type}; export default value }`
}

const isLibrary = (file: string) => file.includes('/node_modules/') || file.endsWith('.d.ts')
