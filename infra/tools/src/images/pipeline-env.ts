import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Programs } from './programs.ts'

/**
 * The environment of infra/pipelines on this machine: a store of images below `home`, a registry without TLS, a key in a file. The
 * scripts themselves know nothing of it.
 */
export async function pipelineEnv(programs: Programs, home: string, registry: string) {
  const write = (file: string, content: object | string) => {
    const path = join(home, file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  write('.config/containers/policy.json', { default: [{ type: 'insecureAcceptAnything' }] })
  const store = `[storage]\ndriver = "overlay"\nrunroot = "${home}/run"\ngraphroot = "${home}/store"\n`
  const env = {
    ...programs.env,
    HOME: home,
    REGISTRY: registry,
    BUILDAH_ISOLATION: 'chroot',
    CONTAINERS_STORAGE_CONF: write('storage.conf', store),
    CONTAINERS_REGISTRIES_CONF: write(
      'registries.conf',
      `[[registry]]\nlocation = "${registry}"\ninsecure = true\n`,
    ),
    SCAN: 'off',
  }
  const newKey = async (name: string) => {
    const prefix = join(home, name)
    for (const file of [`${prefix}.key`, `${prefix}.pub`]) rmSync(file, { force: true })
    await programs.run('cosign', ['generate-key-pair', '--output-key-prefix', prefix], env)
    return { SIGNING_KEY: `${prefix}.key`, VERIFYING_KEY: `${prefix}.pub` }
  }
  return { env, newKey }
}
