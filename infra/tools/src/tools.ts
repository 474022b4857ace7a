import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'

import { cacheDir } from './paths.ts'

/** Returns the path of a program on the PATH, or undefined. */
export function onPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => isExecutable(path))
}

/**
 * Returns the path of a program from one of Debian's packages, which is downloaded and unpacked into the cache, without root and
 * without being installed; undefined where there is no apt or it does not have the package.
 * @param program its path in the package, such as `usr/bin/promtool`
 */
export function fromDebian(packageName: string, program: string): string | undefined {
  const home = join(cacheDir, 'debian', packageName)
  if (!existsSync(home) && !unpack(packageName, home)) return undefined
  const path = join(home, program)
  return isExecutable(path) ? path : undefined
}

function unpack(packageName: string, home: string): boolean {
  const staging = `${home}.${process.pid}`
  const downloads = join(staging, 'downloads')
  mkdirSync(downloads, { recursive: true })
  try {
    const fetch = () =>
      spawnSync('apt-get', ['download', '-qq', packageName], { cwd: downloads, stdio: 'ignore' })
    if (fetch().status !== 0) {
      spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
      if (fetch().status !== 0) return false
    }
    for (const deb of globSync(join(downloads, '*.deb'))) execFileSync('dpkg', ['-x', deb, staging])
    rmSync(downloads, { recursive: true })
    renameSync(staging, home)
    return true
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
