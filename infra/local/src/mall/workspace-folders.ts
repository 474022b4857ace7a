import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { rootDir } from '../paths.ts'

interface Manifest {
  name: string
  dependencies?: Record<string, string>
}

const places = ['shell', 'mfe-*', 'bff/*', 'services/*', 'packages/*', 'infra/*']

/** Returns the folder of a package and those of the workspace's packages that it depends on, also through others. */
export function workspaceFolders(folder: string, found = new Set<string>()): string[] {
  if (found.has(folder)) return []
  found.add(folder)
  for (const [name, version] of Object.entries(manifestOf(folder).dependencies ?? {}))
    if (version.startsWith('workspace:')) workspaceFolders(folderOf(name), found)
  return [...found]
}

let folders: Map<string, string> | undefined

function folderOf(name: string): string {
  folders ??= new Map(
    globSync(`{${places.join()}}/package.json`, { cwd: rootDir })
      .map((file) => dirname(file))
      .map((folder) => [manifestOf(folder).name, folder]),
  )
  const folder = folders.get(name)
  if (!folder) throw new Error(`${name} is no package of this workspace`)
  return folder
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(rootDir, folder, 'package.json'), 'utf8'))
