import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { cacheDir } from '../paths.ts'

export type RedisBinary = { path: string; env: Record<string, string> }

// Libraries that redis-server 7 links to and that a minimal Debian may lack.
const packages = ['redis-tools', 'libjemalloc2', 'liblzf1', 'liblua5.1-0', 'libatomic1', 'libssl3']

/** Downloads and unpacks Debian's redis-server beside the checkout, without root or installation. Returns its path. */
export function unpackedRedis(): RedisBinary {
  const home = join(cacheDir, 'redis')
  if (!existsSync(home)) download(home)
  // Debian's redis-server is a symbolic link into the package redis-tools.
  const path = join(home, 'usr/bin/redis-check-rdb')
  const library = globSync(join(home, 'usr/lib/*/libjemalloc.so.2'))[0]
  if (!library) throw new Error(`${home} is incomplete; delete it and start again`)
  const binary = { path: join(home, 'usr/bin/redis-server'), env: { LD_LIBRARY_PATH: dirname(library) } }
  const linked = execFileSync('ldd', [path], { encoding: 'utf8', env: { ...process.env, ...binary.env } })
  const missing = linked.split('\n').filter((line) => line.includes('not found'))
  if (missing.length > 0)
    throw new Error(`redis-server lacks ${missing.map((line) => line.trim()).join(', ')}`)
  return binary
}

function download(home: string): void {
  const staging = `${home}.${process.pid}`
  mkdirSync(join(staging, 'deb'), { recursive: true })
  const cwd = join(staging, 'deb')
  try {
    for (const name of available(packages)) {
      execFileSync('apt-get', ['download', '-qq', name], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    }
    for (const deb of globSync(join(cwd, '*.deb'))) execFileSync('dpkg', ['-x', deb, staging])
    execFileSync('ln', ['-sf', 'redis-check-rdb', join(staging, 'usr/bin/redis-server')])
    rmSync(cwd, { recursive: true })
    renameSync(staging, home)
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}

/** Returns those packages that this release of Debian or Ubuntu has: names differ between releases. */
function available(names: string[]): string[] {
  const known = execFileSync('apt-cache', ['pkgnames'], { encoding: 'utf8', maxBuffer: 64 << 20 }).split('\n')
  return names.flatMap((name) => known.find((other) => other === name || other === `${name}t64`) ?? [])
}
