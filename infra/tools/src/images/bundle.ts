import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

import { build, type Metafile, type Plugin } from 'esbuild'

import { cacheDir, rootDir } from '../paths.ts'
import { copyPackageFiles } from './copy-package-files.ts'
import { matching, type Role, type RoleName, roles } from './roles.ts'
import { sourcePaths } from './source-paths.ts'

/** What a bundle contains. */
export type Bundle = {
  /** It runs from any place, with nothing but Node. */
  dir: string
  /** Files of the repository and of its packages that its code was made of, and that were copied; relative to the repository. */
  inputs: string[]
}

/** Bundles the programs of a role: without sources, and without packages beyond what they import. */
export async function bundle(name: RoleName): Promise<Bundle> {
  const role: Role = roles[name]
  const dir = join(cacheDir, 'bundles', name)
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }\n')
  const programs = { ...role.programs, ...(await role.build?.(dir)) }
  const inputs = [
    ...(await bundlePrograms(programs, dir, role.external)),
    ...(await compileModules(matching(role.modules ?? []), dir)),
    ...matching(role.files).map((file) => copy(file, dir)),
    ...(role.packageFiles ?? []).flatMap((each) => copyPackageFiles(each, dir)),
  ]
  for (const { file, of } of role.hashes ?? []) writeHash(join(dir, file), matching(of))
  return { dir, inputs: [...new Set(inputs)].toSorted() }
}

/** Not minified, so that stack traces keep their names. */
const common = {
  absWorkingDir: rootDir,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node26',
  metafile: true,
  logLevel: 'error',
  // Packages in CommonJS require Node's modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
} as const

/** Bundles programs into one folder, with the modules that they share in files of their own. Returns their inputs. */
async function bundlePrograms(
  programs: Record<string, string>,
  dir: string,
  external: string[] = [],
): Promise<string[]> {
  const { metafile } = await build({
    ...common,
    entryPoints: programs,
    outdir: dir,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunk-[hash]',
    splitting: true,
    external,
    plugins: [sourcePaths(), withoutCompiler],
  })
  return inputsOf(metafile)
}

async function compileModules(files: string[], dir: string): Promise<string[]> {
  const inputs: string[] = []
  for (const file of files) {
    const { metafile } = await build({
      ...common,
      entryPoints: [file],
      outfile: join(dir, file),
      plugins: [sourcePaths(dirname(file))],
    })
    inputs.push(...inputsOf(metafile))
  }
  return inputs
}

/** Templates of mails are compiled here, so that a bundle needs no compiler to load them. */
const withoutCompiler: Plugin = {
  name: 'without-compiler',
  setup(plugin) {
    plugin.onResolve({ filter: /^esbuild$/ }, () => ({ path: 'esbuild', namespace: 'none' }))
    plugin.onLoad({ filter: /./, namespace: 'none' }, () => ({
      contents: 'export const transformSync = undefined',
    }))
  },
}

const inputsOf = ({ inputs }: Metafile): string[] =>
  Object.keys(inputs)
    .filter((path) => !/^[\w-]+:/.test(path))
    .map((path) => relative(rootDir, join(rootDir, path)))

function copy(file: string, dir: string): string {
  cpSync(join(rootDir, file), join(dir, file))
  return file
}

/** Writes a hash of files that the bundle does not contain. */
function writeHash(to: string, files: string[]): void {
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(rootDir, file)))
  mkdirSync(dirname(to), { recursive: true })
  writeFileSync(to, `${hash.digest('hex')}\n`)
}
