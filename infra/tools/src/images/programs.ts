import { type ExecFileOptionsWithStringEncoding, execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { unpackPackages } from '../debian.ts'
import { cacheDir } from '../paths.ts'

const paths = {
  buildah: 'usr/bin/buildah',
  umoci: 'usr/bin/umoci',
  runc: 'usr/sbin/runc',
  registry: 'usr/bin/docker-registry',
  cosign: 'usr/bin/cosign',
} as const
const ofContainers = ['buildah', 'umoci', 'runc', 'docker-registry', 'golang-github-containers-common']
const libraries = ['libgpgme11', 'libassuan0', 'libdevmapper1.02.1']

/** Programs that build, keep, sign and run images without a daemon. */
export type Programs = {
  path: (name: keyof typeof paths) => string
  env: NodeJS.ProcessEnv
  run: (name: keyof typeof paths, args: string[], env?: NodeJS.ProcessEnv) => Promise<string>
}

/** Returns the programs, unpacked from Debian's packages, or what is absent. */
export function openPrograms(): Programs | { absent: string } {
  if (process.getuid?.() !== 0) return { absent: 'root, which buildah and runc need here' }
  const containers = unpackPackages('containers', [...ofContainers, ...libraries])
  if (!containers) return { absent: `Debian's packages ${ofContainers.join(', ')}` }
  // Bookworm has no cosign; that of trixie needs nothing that bookworm lacks.
  const signing = unpackPackages('cosign', ['cosign'], 'trixie')
  if (!signing) return { absent: "cosign, from Debian's trixie" }
  const homes: Record<string, string> = {
    ...Object.fromEntries(Object.keys(paths).map((name) => [name, containers])),
    cosign: signing,
  }
  const path: Programs['path'] = (name) => join(homes[name] ?? containers, paths[name])
  const work = join(cacheDir, 'images')
  mkdirSync(work, { recursive: true })
  const env = {
    PATH: `${containers}/usr/bin:${containers}/usr/sbin:${signing}/usr/bin:${process.env['PATH']}`,
    HOME: work,
    TMPDIR: process.env['TMPDIR'] ?? '/tmp',
    LD_LIBRARY_PATH: `${containers}/usr/lib/x86_64-linux-gnu:${containers}/lib/x86_64-linux-gnu`,
    COSIGN_PASSWORD: '',
  }
  const run: Programs['run'] = async (name, args, more = {}) => {
    const options: ExecFileOptionsWithStringEncoding = {
      env: { ...env, ...more },
      encoding: 'utf8',
      maxBuffer: 64e6,
    }
    const { stdout } = await promisify(execFile)(path(name), args, options)
    return stdout
  }
  return { path, env, run }
}
