import { join } from 'node:path'

import type { ControlPlane } from '../cluster/control-plane.ts'
import { type Kubectl, must } from '../cluster/kubectl.ts'
import { manifestsIn } from '../cluster/manifests.ts'
import { giveDisks } from '../cluster/observers.ts'
import { goProgram } from '../go-program.ts'
import { infraDir } from '../paths.ts'
import { type Application, outOfOrder, settled } from './applications.ts'
import { announceCommit, startArgoCd } from './argo-cd.ts'
import { startArgoRollouts } from './argo-rollouts.ts'
import { type SigningKey, signingKey } from './cosign.ts'
import { type GitFiles, type GitFolder, gitFolder } from './git-folder.ts'
import { startKyverno } from './kyverno.ts'
import { startMetricsApi } from './metrics-api.ts'
import { startPrometheus } from './prometheus.ts'
import { type Registry, startRegistry } from './registry.ts'
import { adapted, withDigests } from './adapt.ts'
import { defineTargetGroupBindings } from './target-group-bindings.ts'
import type { StepOutcome } from './step-outcome.ts'
import { Traffic } from './traffic.ts'

const roles = ['service', 'bff-host', 'shell'] as const
type Role = (typeof roles)[number]

export type RehearsedMall = AsyncDisposable & {
  kubectl: Kubectl
  /** Commits a change, or its opposite, and tells Argo CD; returns the commit. */
  commit: (...change: Parameters<GitFolder['commit']>) => Promise<string>
  revert: () => Promise<string>
  registry: Registry
  ours: SigningKey
  foreign: SigningKey
  traffic: Traffic
  synchronise: () => Promise<StepOutcome>
  /** Waits until every Application is synchronised with the commit; of those whose version is taken back no health is asked. */
  settled: (commit: string) => Promise<Application[]>
  /** Pushes and signs a version of those images and commits their digests, which it returns. */
  release: (version: string, of: Role[]) => Promise<Partial<Record<Role, string>>>
}

const environment = 'production'

type Programs = {
  kubectl: string
  prometheus: string
  registry: string
  redis: { path: string; env: Record<string, string> }
}

/** Starts every controller beside the control plane, and the git folder, the registry and the Prometheus that they ask. */
export async function openMall(cluster: ControlPlane, programs: Programs): Promise<RehearsedMall> {
  const { kubectl, dir } = cluster
  const scope = new AsyncDisposableStack()
  try {
    const cosign = await goProgram('cosign')
    const registry = await startRegistry(cluster, programs.registry)
    const [ours, foreign] = [await signingKey(cosign, dir, 'ours'), await signingKey(cosign, dir, 'foreign')]
    const traffic = scope.use(new Traffic(cluster))
    const rules = join(infraDir, 'observability/rules/slos.yaml')
    const prometheus = scope.use(
      await startPrometheus(cluster, programs.prometheus, () => traffic.exposition(), [rules]),
    )
    scope.use(
      await startMetricsApi(
        cluster,
        () => traffic.pods,
        () => 0.3,
      ),
    )

    const push = async (version: string, of: readonly Role[]) => {
      const digests: Partial<Record<Role, string>> = {}
      for (const role of of) {
        const digest = await registry.push(`mallhive/${role}`, version, `${role} ${version}`)
        await ours.sign(`${registry.host}/mallhive/${role}@${digest}`)
        digests[role] = digest
      }
      return digests
    }
    const first = await push('first', roles)
    const git = gitFolder(dir, (text, url) =>
      adapted(text, {
        url,
        registry: registry.host,
        publicKey: ours.publicKey,
        prometheus: prometheus.url,
        digests: first,
      }),
    )
    git.commit('the operators run beside the cluster', withoutOperators)
    await defineTargetGroupBindings(kubectl)
    const refused = await giveDisks(kubectl)
    if (refused.length > 0) throw new Error(refused.join('\n'))
    await startKyverno(cluster)
    await startArgoRollouts(cluster)
    await startArgoCd(
      cluster,
      programs.redis,
      manifestsIn(join(git.infra, 'argocd/settings'), programs.kubectl),
    )
    const commit: RehearsedMall['commit'] = async (...change) => {
      const made = git.commit(...change)
      await announceCommit(kubectl)
      return made
    }
    return {
      kubectl,
      commit,
      async revert() {
        const made = git.revert()
        await announceCommit(kubectl)
        return made
      },
      registry,
      ours,
      foreign,
      traffic,
      async synchronise() {
        await must(kubectl, [
          'apply',
          '--server-side',
          '-f',
          join(git.infra, 'argocd/roots', `${environment}.yaml`),
        ])
        const found = await settled(kubectl, git.head(), 400)
        return { counts: { syncedApps: found.length }, failures: outOfOrder(found) }
      },
      settled: (head) => settled(kubectl, head, 240),
      async release(version, of) {
        const digests = await push(version, of)
        await commit(`release ${version}`, ({ read, write }) => {
          const path = `kubernetes/overlays/${environment}/images/kustomization.yaml`
          write(path, withDigests(read(path), digests))
        })
        return digests
      },
      [Symbol.asyncDispose]: () => scope.disposeAsync(),
    }
  } catch (error) {
    await scope.disposeAsync()
    throw error
  }
}

/** Takes the Applications of the operators, whose charts lie elsewhere, from the list. */
function withoutOperators({ read, write }: GitFiles): void {
  const folder = `argocd/environments/${environment}`
  const list = `${folder}/kustomization.yaml`
  const isOperator = (line: string) => {
    const file = /^ +- ([\w-]+\.yaml)$/.exec(line)?.[1]
    return file !== undefined && read(`${folder}/${file}`).includes('project: operators')
  }
  write(
    list,
    read(list)
      .split('\n')
      .filter((line) => !isOperator(line))
      .join('\n'),
  )
}
