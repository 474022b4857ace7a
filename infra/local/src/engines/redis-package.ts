import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { cacheDir } from '../paths.ts'

export type RedisBinary = { path: string; env: Record<string, string> }

// The libraries that redis-server 7 links to and a slim system may lack; the rest is part of every Debian.
const packages = ['redis-tools', 'libjemalloc2', 'liblzf1', 'liblua5.1-0', 'libatomic1', 'libssl3']

/** Debian's redis-server, downloaded and unpacked beside the checkout: needs neither root nor an installation. */
export function unpackedRedis(): RedisBinary {
  const home = join(cacheDir, 'redis')
  if (!existsSync(home)) download(home)
  // Debian's redis-server is a link into the tools package.
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

/** Names differ a little between releases of Debian and Ubuntu; ask for those that this one has. */
function available(names: string[]): string[] {
  const known = execFileSync('apt-cache', ['pkgnames'], { encoding: 'utf8', maxBuffer: 64 << 20 }).split('\n')
  return names.flatMap((name) => known.find((other) => other === name || other === `${name}t64`) ?? [])
}
