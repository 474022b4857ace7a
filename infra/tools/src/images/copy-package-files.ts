import { cpSync, globSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'

import { rootDir } from '../paths.ts'
import type { PackageFiles } from './roles.ts'

/** Copies files of a package to where a program of the bundle finds that package. Returns their paths in the repository. */
export function copyPackageFiles({ of, name, files }: PackageFiles, dir: string): string[] {
  const from = realpathSync(join(rootDir, of, 'node_modules', name))
  return globSync([...files, 'package.json', 'LICENSE*', 'license'], { cwd: from, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      cpSync(path, join(dir, 'node_modules', name, relative(from, path)))
      return relative(rootDir, path)
    })
}
