import { join } from 'node:path'

import { lackingFor } from '../go-program.ts'
import type { Outcome } from '../outcome.ts'
import { infraDir } from '../paths.ts'
import { onPath } from '../tools.ts'
import { brokenBudgets } from './budgets.ts'
import { openControlPlane } from './control-plane.ts'
import { establishedDefinitions } from './data.ts'
import { definitions } from './definitions.ts'
import { type Manifest, apply, environments, manifestsIn, unserved } from './manifests.ts'
import { acceptedMistakes } from './mistakes.ts'
import { giveDisks, observedSpace, unwatched } from './observers.ts'
import { applyEnvironment } from './environment.ts'
import { unenforced } from './policies.ts'
import { failedRollback } from './rollback.ts'
import { wrongRights } from './rights.ts'
import { deployments } from './workloads.ts'
import { unspread } from './zones.ts'

/** Applies everything to a real control plane, environment after environment, and asks it what the manifests are to achieve. */
export async function checkCluster(): Promise<Outcome> {
  const kubectl = onPath('kubectl')
  const notRun = [
    ...lackingFor(['control-plane', 'kwok']),
    ...(kubectl ? [] : ['kubectl: a release of 1.32 to 1.34 on the PATH (kubernetes.io)']),
  ].map((line) => `cluster: ${line}`)
  if (!kubectl || notRun.length > 0) return { notRun }
  if (!definitions())
    return { notRun: ['cluster: definitions: Go, or a folder of them named by MALLHIVE_DEFINITIONS'] }
  const data = await establishedDefinitions(kubectl)
  await using cluster = await openControlPlane({ kubectl, ...(data && { data }) })
  const failures: string[] = []
  const undefinedKinds = new Set<string>()
  let clusterObjects = 0
  const report = (what: string, found: string[]) => {
    failures.push(...found.map((line) => `cluster: ${what}: ${line}`))
  }
  const applied = async (what: string, manifests: Manifest[]) => {
    const unknown = await unserved(cluster.kubectl, manifests)
    const known = manifests.filter((manifest) => !unknown.includes(manifest))
    clusterObjects += known.length
    for (const { apiVersion, kind } of unknown) undefinedKinds.add(`${apiVersion} ${kind}`)
    report(what, await apply(cluster.kubectl, known))
  }

  const mall = (environment: string) =>
    manifestsIn(join(infraDir, 'kubernetes/overlays', environment), kubectl)
  await applied(
    'namespaces',
    mall('production').filter(({ kind }) => kind === 'Namespace'),
  )
  for (const folder of ['policies', 'mesh'])
    await applied(folder, manifestsIn(join(infraDir, folder), kubectl))
  const spaceOf = (name: string) => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
  report('disks', await giveDisks(cluster.kubectl))
  for (const environment of environments) {
    const applications = manifestsIn(join(infraDir, 'argocd/environments', environment), kubectl)
    await applied('argocd', [spaceOf('argocd'), ...applications])
    const observability = applications.find(({ metadata }) => metadata.name === 'observability')
    await applied('observability', [
      observedSpace(observability),
      ...manifestsIn(join(infraDir, 'observability/overlays', environment), kubectl),
    ])
    await applied('nodes', manifestsIn(join(infraDir, 'kubernetes/nodes', environment), kubectl))
    report(`observability: ${environment}`, await unwatched(cluster.kubectl))
    const manifests = mall(environment)
    clusterObjects += manifests.length
    report(environment, await applyEnvironment(cluster.kubectl, manifests))
  }
  report('zones', await unspread(cluster.kubectl))
  report('policies', await unenforced(cluster.kubectl))
  report('mistakes', await acceptedMistakes(cluster.kubectl, kubectl))
  report('rights', await wrongRights(cluster.kubectl))
  report('budgets', await brokenBudgets(cluster))
  const [one] = await deployments(cluster.kubectl)
  if (one) report('rollback', await failedRollback(cluster.kubectl, one))
  return {
    counts: { clusterObjects, clusterErrors: failures.length },
    failures,
    notRun: [...undefinedKinds].map((kind) => `cluster: ${kind}: a Go module that carries its definition`),
  }
}
