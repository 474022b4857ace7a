import type { Generated } from '../generated.ts'
import { autoscaler } from './autoscaler.ts'
import { type Manifest, kustomization, yamlOf } from './manifest.ts'
import { labelsOf, selectorOf } from './pod.ts'
import { wave } from './service.ts'
import { type Workload, workloads } from './workloads.ts'

/**
 * infra/kubernetes/components/canary: a new version first serves a share of the requests, and goes on only while the part keeps its
 * objectives.
 */
export function canaries(): Generated {
  const files = workloads.filter(hasCanary).flatMap((workload) => {
    const folder = `kubernetes/components/canary/${workload.name}`
    const target = autoscaler(workload)
    const patch = {
      apiVersion: target.apiVersion,
      kind: target.kind,
      metadata: { name: workload.name },
      spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: workload.name } },
    }
    return [
      [
        `${folder}/kustomization.yaml`,
        kustomization(
          { resources: ['rollout.yaml', 'analysis.yaml'], patches: [{ path: 'autoscaler.yaml' }] },
          'Component',
        ),
      ],
      [`${folder}/rollout.yaml`, yamlOf(rollout(workload))],
      [`${folder}/analysis.yaml`, yamlOf(analysis(workload))],
      [`${folder}/autoscaler.yaml`, yamlOf(patch)],
    ]
  })
  return { owns: ['kubernetes/components/canary/*/*'], files: Object.fromEntries(files) }
}

/** Of a part with a single process there is no share. */
export const hasCanary = ({ of }: Workload): boolean => of.minReplicas > 1

/** Takes over the pods of the Deployment, which keeps describing them. */
export function rollout(workload: Workload): Manifest {
  const { name } = workload
  const args = [{ name: 'revision', valueFrom: { podTemplateHashValue: 'Latest' } }]
  const analyse = { analysis: { templates: [{ templateName: name }], args } }
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name, labels: labelsOf(workload) },
    spec: {
      workloadRef: { apiVersion: 'apps/v1', kind: 'Deployment', name, scaleDown: 'progressively' },
      selector: { matchLabels: selectorOf(workload) },
      revisionHistoryLimit: 5,
      progressDeadlineSeconds: 300,
      progressDeadlineAbort: true,
      strategy: {
        canary: {
          maxSurge: '25%',
          maxUnavailable: 0,
          steps: [
            { setWeight: 10 },
            { pause: { duration: '2m' } },
            analyse,
            { setWeight: 50 },
            { pause: { duration: '2m' } },
            analyse,
          ],
        },
      },
    },
  }
}

/** Most bad requests among all, by the objective that they count against: well beyond what the objective allows in the long run. */
const judged = { availability: 0.01, latency: 0.15 }

/** Asks for the share of bad requests of the new version's own processes, three times; one bad answer ends the canary. */
export function analysis(workload: Workload): Manifest {
  const { name, part } = workload
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    // Argo Rollouts calls a Rollout invalid that names an analysis which is not there yet.
    metadata: { name, labels: labelsOf(workload), annotations: wave(-1) },
    spec: {
      args: [{ name: 'revision' }],
      metrics: Object.entries(judged).map(([objective, most]) => ({
        name: objective,
        interval: '1m',
        count: 3,
        failureLimit: 0,
        // No data, or no number, is neither: the analysis is inconclusive, and the rollout waits for a person.
        successCondition: `len(result) > 0 && result[0] <= ${most}`,
        failureCondition: `len(result) > 0 && result[0] > ${most}`,
        provider: {
          prometheus: {
            address: 'http://prometheus.observability:9090',
            query: `slo:${objective}:canary_error_ratio:2m{part="${part}",revision="{{args.revision}}"}`,
          },
        },
      })),
    },
  }
}
