import { lackingFor } from '../go-program.ts'
import { fromDebian, onPath } from '../tools.ts'
import { openControlPlane } from '../cluster/control-plane.ts'
import { establishedDefinitions } from '../cluster/data.ts'
import { standIns } from '../cluster/stand-ins.ts'
import { redisProgram } from './redis-program.ts'
import { openMall } from './open-mall.ts'
import { drift } from './drift.ts'
import { releases } from './releases.ts'
import { signatures } from './signatures.ts'
import { prune } from './prune.ts'

/**
 * Releases the mall on a real control plane as in production: Argo CD reads a git folder, Kyverno asks a registry for signatures,
 * Argo Rollouts asks Prometheus whether a version may go on. Prints what happened as one JSON object; returns the exit code.
 */
export async function rehearse(): Promise<number> {
  const began = performance.now()
  const kubectl = onPath('kubectl')
  const prometheus = onPath('prometheus') ?? fromDebian('prometheus', 'usr/bin/prometheus')
  const registry = onPath('docker-registry') ?? fromDebian('docker-registry', 'usr/bin/docker-registry')
  const redis = redisProgram()
  const lacking = [
    ...lackingFor([
      'control-plane',
      'kwok',
      'rollouts-controller',
      'kyverno',
      'cosign',
      'argocd',
      'kustomize',
    ]),
    ...(kubectl ? [] : ['kubectl: a release of 1.32 to 1.34 on the PATH (kubernetes.io)']),
    ...(onPath('git') ? [] : ['git: on the PATH']),
    ...(prometheus ? [] : ["prometheus: Debian's package, or on the PATH"]),
    ...(registry ? [] : ["docker-registry: Debian's package, or on the PATH"]),
    ...(redis ? [] : ["redis-server: Debian's package, or on the PATH"]),
  ]
  if (!kubectl || !prometheus || !registry || !redis || lacking.length > 0) {
    console.log(`The rehearsal needs:\n  ${lacking.join('\n  ')}`)
    return 2
  }
  const data = await establishedDefinitions(kubectl)
  await using cluster = await openControlPlane({ kubectl, stages: standIns, ...(data && { data }) })
  const result = {
    syncedApps: 0,
    healedDrift: 0,
    goodPromoted: 0,
    badRolledBack: 0,
    refusedImages: 0,
    admittedImages: 0,
  }
  let failed = false
  const step = async (
    name: string,
    run: () => Promise<{ counts: Partial<typeof result>; failures: string[] }>,
  ) => {
    const from = performance.now()
    const outcome = await run().catch((error: unknown) => ({ counts: {}, failures: [String(error)] }))
    for (const [key, value] of Object.entries(outcome.counts)) result[key as keyof typeof result] += value
    failed ||= outcome.failures.length > 0
    const seconds = ((performance.now() - from) / 1000).toFixed(1)
    console.log(
      `${outcome.failures.length === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s) ${JSON.stringify(outcome.counts)}`,
    )
    for (const failure of outcome.failures) console.log(`     ${failure}`)
  }
  await using mall = await openMall(cluster, { kubectl, prometheus, registry, redis })
  await step('every Application is synchronised, in the order of its waves', mall.synchronise)
  await step('signed images only', () => signatures(mall))
  await step('what a person changes by hand is put back', () => drift(cluster.kubectl))
  await step('what a commit removes goes, and comes back with its revert', () => prune(mall))
  await step('releases', () => releases(mall))
  console.log(JSON.stringify({ ...result, seconds: Math.round((performance.now() - began) / 1000) }))
  return failed ? 1 : 0
}
