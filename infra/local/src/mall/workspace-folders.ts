import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { rootDir } from '../paths.ts'

interface Manifest {
  dependencies?: Record<string, string>
}

/** Returns the folder of a package and those of the workspace's packages that it depends on, also through others. */
export function workspaceFolders(folder: string, found = new Set<string>()): string[] {
  if (found.has(folder)) return []
  found.add(folder)
  const { dependencies = {} }: Manifest = JSON.parse(
    readFileSync(join(rootDir, folder, 'package.json'), 'utf8'),
  )
  for (const [name, version] of Object.entries(dependencies))
    if (version.startsWith('workspace:')) workspaceFolders(`packages/${name.replace(/^@\w+\//, '')}`, found)
  return [...found]
}
