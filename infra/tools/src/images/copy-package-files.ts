import { cpSync, globSync, realpathSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join, relative } from 'node:path'

import { rootDir } from '../paths.ts'
import type { PackageFiles } from './roles.ts'

/** Copies files of a package to where a program of the bundle finds that package. Returns their paths in the repository. */
export function copyPackageFiles({ of, name, files, except = [] }: PackageFiles, dir: string): string[] {
  const from = folderOf(name, of)
  const always = ['package.json', 'LICENSE*', 'license*']
  return globSync([...files, ...always], { cwd: from, exclude: except, withFileTypes: true })
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      cpSync(path, join(dir, 'node_modules', name, relative(from, path)), { verbatimSymlinks: true })
      return relative(rootDir, path)
    })
}

/** Returns the folder of a package that a folder of the workspace, or a package that this one imports, can import. */
function folderOf(name: string, of: string | string[]): string {
  const importers = typeof of === 'string' ? [of] : of
  const [first = '', ...packages] = importers
  return [...packages, name].reduce(
    (from, each) => {
      const manifest = findPackageJSON(each, join(from, 'package.json'))
      if (!manifest) throw new Error(`${from} cannot import ${each}`)
      return realpathSync(dirname(manifest))
    },
    join(rootDir, first),
  )
}
