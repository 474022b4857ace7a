import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

import { goProgram } from '../go-program.ts'
import { sharedCacheDir } from '../paths.ts'
import { openControlPlane } from './control-plane.ts'
import { definitions } from './definitions.ts'
import { must } from './kubectl.ts'

/** Returns a folder of etcd's data with every definition established: made once, because that takes half a minute. */
export async function establishedDefinitions(kubectl: string): Promise<string | undefined> {
  const folder = definitions()
  if (!folder) return undefined
  const hash = createHash('sha256').update(basename(dirname(await goProgram('control-plane'))))
  const files = globSync(join(folder, '*.yaml'))
    .filter((path) => /^kind: CustomResourceDefinition$/m.test(readFileSync(path, 'utf8')))
    .toSorted()
  for (const file of files) hash.update(readFileSync(file))
  const home = join(sharedCacheDir, `etcd-${hash.digest('hex').slice(0, 16)}`)
  if (existsSync(home)) return home
  await using cluster = await openControlPlane({ kubectl })
  await must(cluster.kubectl, ['apply', '--server-side', ...files.flatMap((file) => ['-f', file])])
  await must(cluster.kubectl, [
    'wait',
    '--for=create',
    '--for=condition=Established',
    'crd',
    '--all',
    '--timeout=60s',
  ])
  mkdirSync(sharedCacheDir, { recursive: true })
  const staging = `${home}.${process.pid}`
  await cluster.keepData(staging)
  if (!existsSync(home)) renameSync(staging, home)
  return home
}
