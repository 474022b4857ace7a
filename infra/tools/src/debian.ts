import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { cacheDir } from './paths.ts'

/**
 * Returns a folder into which packages of Debian are unpacked together, without root and without being installed; undefined where
 * there is no apt or it does not have one of them. Of another suite than the machine's, apt keeps its lists apart.
 */
export function unpackPackages(name: string, packages: string[], suite?: string): string | undefined {
  const home = join(cacheDir, 'debian', `${name}-together`)
  if (existsSync(home)) return home
  const staging = `${home}.${process.pid}`
  const downloads = `${staging}.downloads`
  try {
    for (const folder of [staging, downloads]) mkdirSync(folder, { recursive: true })
    const options = suite ? optionsOf(suite) : []
    const apt = (...args: string[]) =>
      spawnSync('apt-get', [...options, '-qq', ...args], { cwd: downloads, stdio: 'ignore' }).status === 0
    if (!apt('download', ...packages)) {
      apt('update')
      if (!apt('download', ...packages)) return undefined
    }
    for (const deb of globSync(join(downloads, '*.deb'))) {
      execFileSync('dpkg', ['-x', deb, staging])
      noteVersion(deb, staging)
    }
    renameSync(staging, home)
    return home
  } finally {
    for (const folder of [staging, downloads]) rmSync(folder, { recursive: true, force: true })
  }
}

/** Where scanners of images look for packages in images without a package manager. */
export const versionsFolder = 'var/lib/dpkg/status.d'

function noteVersion(deb: string, home: string): void {
  const control = execFileSync('dpkg-deb', ['-f', deb], { encoding: 'utf8' })
  const name = /^Package: (.+)$/m.exec(control)?.[1] ?? ''
  mkdirSync(join(home, versionsFolder), { recursive: true })
  writeFileSync(join(home, versionsFolder, name), control)
}

/** apt's options for a suite of Debian, with lists and downloads in the cache. */
function optionsOf(suite: string): string[] {
  const home = join(cacheDir, 'apt', suite)
  for (const folder of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(home, folder), { recursive: true })
  const keys = '/usr/share/keyrings/debian-archive-keyring.gpg'
  const debian = mirror()
  const lines = debian ? [`${debian} ${suite}`, `${debian}-security ${suite}-security`] : []
  writeFileSync(
    join(home, 'sources.list'),
    lines.map((line) => `deb [signed-by=${keys}] ${line} main\n`).join(''),
  )
  return [
    `Dir::State=${home}/state`,
    `Dir::Cache=${home}/cache`,
    `Dir::Etc::sourcelist=${home}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
  ].flatMap((option) => ['-o', option])
}

/** The mirror of Debian that the machine uses; undefined where it uses none, so that apt finds no package. */
function mirror(): string | undefined {
  const lists = ['/etc/apt/sources.list', ...globSync('/etc/apt/sources.list.d/*')]
  const addresses = lists.flatMap((file) =>
    existsSync(file) ? (readFileSync(file, 'utf8').match(/https?:\/\/\S+\/debian(?=\/?\s)/g) ?? []) : [],
  )
  return addresses.find((address) => !address.includes('snapshot'))
}
