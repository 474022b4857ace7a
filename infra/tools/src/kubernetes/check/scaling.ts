import type { Manifest } from '../manifest.ts'
import { type Labels, type Objects, labelsOf, nameOf, selects } from './objects.ts'

type Target = { kind: string; name: string }
type Autoscaler = Manifest & {
  spec: {
    scaleTargetRef: Target
    minReplicas?: number
    minReplicaCount?: number
    maxReplicas?: number
    maxReplicaCount?: number
  }
}
type Budget = Manifest & {
  spec: { selector: { matchLabels: Labels }; maxUnavailable?: number; minAvailable?: number }
}
type Rollout = Manifest & {
  spec: {
    workloadRef: Target
    selector: { matchLabels: Labels }
    strategy: { canary: { steps: { analysis?: { templates: { templateName: string }[] } }[] } }
  }
}

type Analysis = Manifest & {
  spec: {
    dryRun?: object[]
    metrics: {
      name: string
      failureLimit?: number
      failureCondition?: string
      provider: { prometheus?: { query: string } }
    }[]
  }
}

/** Returns budgets that allow no disruption or all of it, autoscalers and canaries of nothing. */
export function scalingErrors({ all, find, workloads }: Objects): string[] {
  const autoscalers = [...all<Autoscaler>('HorizontalPodAutoscaler'), ...all<Autoscaler>('ScaledObject')]
  const scaled = (name: string) => autoscalers.find(({ spec }) => spec.scaleTargetRef.name === name)
  const budgets = all<Budget>('PodDisruptionBudget').flatMap((budget) => {
    const { selector, maxUnavailable, minAvailable } = budget.spec
    const [workload] = workloads.filter((it) => selects(selector.matchLabels, labelsOf(it)))
    const least = fewest(scaled(workload?.metadata.name ?? ''))
    const left = minAvailable ?? least - (maxUnavailable ?? 0)
    return [
      ...(workload ? [] : ['it selects no pods']),
      ...(left >= least ? [`of ${least} processes none may be missing: no node can be drained`] : []),
      ...(least > 1 && left < 1 ? [`all ${least} processes may be missing at once`] : []),
    ].map((what) => `${nameOf(budget)}: ${what}`)
  })
  const lost = autoscalers.flatMap((autoscaler) => {
    const { scaleTargetRef: target } = autoscaler.spec
    const wanted = find('Rollout', target.name) ? 'Rollout' : 'Deployment'
    return [
      ...(find(target.kind, target.name) ? [] : [`there is no ${target.kind} ${target.name}`]),
      ...(target.kind === wanted ? [] : [`it scales the ${target.kind}, which a ${wanted} scales as well`]),
      ...(fewest(autoscaler) > most(autoscaler) ? ['its least is above its most'] : []),
    ].map((what) => `${nameOf(autoscaler)}: ${what}`)
  })
  const unscaled = all('Deployment').filter(({ metadata }) => !scaled(metadata.name))
  return [
    ...budgets,
    ...lost,
    ...unscaled.map((it) => `${nameOf(it)}: nothing says how many there are`),
    ...all<Rollout>('Rollout').flatMap((rollout) => canaryErrors({ all, find, workloads }, rollout)),
  ]
}

function canaryErrors({ find }: Objects, rollout: Rollout): string[] {
  const { workloadRef, selector, strategy } = rollout.spec
  const described = find<Manifest & { spec: { template: { metadata: { labels: Labels } } } }>(
    workloadRef.kind,
    workloadRef.name,
  )
  const templates = strategy.canary.steps
    .flatMap(({ analysis }) => analysis?.templates ?? [])
    .map(({ templateName }) => templateName)
  return [
    ...(described ? [] : [`there is no ${workloadRef.kind} ${workloadRef.name}`]),
    ...(described && !selects(selector.matchLabels, described.spec.template.metadata.labels)
      ? ['its selector does not select its pods']
      : []),
    ...(templates.length > 0 ? [] : ['its canary is judged by nothing']),
    ...templates.flatMap((name) => {
      const found = find<Analysis>('AnalysisTemplate', name)
      return found ? analysisErrors(found) : [`there is no analysis ${name}`]
    }),
  ].map((what) => `${nameOf(rollout)}: ${what}`)
}

/** Returns why an analysis would let a bad version through. */
function analysisErrors({ metadata: { name }, spec: { metrics, dryRun } }: Analysis): string[] {
  const lax = metrics.filter(
    ({ failureLimit, failureCondition, provider }) =>
      failureLimit !== 0 ||
      !failureCondition ||
      !provider.prometheus?.query.includes('revision="{{args.revision}}"'),
  )
  return [
    ...(metrics.length > 0 && !dryRun ? [] : [`the analysis ${name} judges nothing`]),
    ...lax.map((metric) => `the analysis ${name} lets a version pass whose ${metric.name} is bad`),
  ]
}

const fewest = (it: Autoscaler | undefined) => it?.spec.minReplicas ?? it?.spec.minReplicaCount ?? 1
const most = ({ spec }: Autoscaler) => spec.maxReplicas ?? spec.maxReplicaCount ?? 1
