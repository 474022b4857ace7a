import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Kubectl } from '../cluster/kubectl.ts'
import { apply, parseManifests } from '../cluster/manifests.ts'

/** Applies by hand what stands before everything else: the project and the Application that makes all others. */
export async function applyRoot(kubectl: Kubectl, dir: string): Promise<void> {
  const folder = join(dir, 'mall/infra/argocd')
  const manifests = globSync(join(folder, '*.yaml')).flatMap((path) =>
    parseManifests(readFileSync(path, 'utf8')),
  )
  const failures = await apply(kubectl, manifests)
  if (failures.length > 0) throw new Error(failures.join('\n'))
}
