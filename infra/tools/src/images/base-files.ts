import { cpSync, globSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { unpackPackages, versionsFolder } from '../debian.ts'
import { cacheDir } from '../paths.ts'
import { databaseAuthorities, databaseAuthoritiesPath } from './database-authorities.ts'

/** What Node needs, and certificates. */
export const suite = 'bookworm'
const packages = ['libc6', 'libgcc-s1', 'libstdc++6', 'libatomic1', 'ca-certificates', 'netbase']
const kept = [
  'lib/**/*.so*',
  'lib64/**',
  'usr/lib/**/*.so*',
  'etc/{protocols,services}',
  `${versionsFolder}/*`,
]

/** Returns the folder of the base's packages. @throws Error where apt does not have them */
export function basePackages(): string {
  const folder = unpackPackages('base', packages, suite)
  if (!folder) throw new Error(`apt-get does not have ${suite}'s ${packages.join(', ')}`)
  return folder
}

/** Makes the files of Dockerfile.base: the Node that runs this, its libraries, and nothing else. Returns the folder. */
export function makeBaseFiles(): string {
  const from = basePackages()
  const to = join(cacheDir, 'images/base')
  rmSync(to, { recursive: true, force: true })
  for (const entry of globSync(kept, { cwd: from, withFileTypes: true })) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name)
    cpSync(path, join(to, path.slice(from.length)), { verbatimSymlinks: true })
  }
  for (const folder of ['app', 'dev/shm', 'etc/ssl/certs', 'proc', 'sys', 'tmp', 'usr/local/bin'])
    mkdirSync(join(to, folder), { recursive: true })
  cpSync(realpathSync(process.execPath), join(to, 'usr/local/bin/node'))
  const certificates = globSync(join(from, 'usr/share/ca-certificates/mozilla/*.crt')).toSorted()
  const bundle = certificates.map((file) => readFileSync(file, 'utf8')).join('')
  writeFileSync(join(to, 'etc/ssl/certs/ca-certificates.crt'), bundle)
  writeFileSync(join(to, databaseAuthoritiesPath), databaseAuthorities().join('\n'))
  const users = ['mall:x:65532:65532::/app:/sbin/nologin', 'nobody:x:65534:65534::/:/sbin/nologin']
  writeFileSync(join(to, 'etc/passwd'), `${users.join('\n')}\n`)
  writeFileSync(join(to, 'etc/group'), 'mall:x:65532:\nnogroup:x:65534:\n')
  return to
}
