import { eventually } from '../cluster/eventually.ts'
import { type Kubectl, must } from '../cluster/kubectl.ts'
import { namespace } from '../cluster/workloads.ts'
import type { StepOutcome } from './step-outcome.ts'

type Drift = { what: string; cause: string[]; object: string; path: string }

/** What people change by hand in a cluster. */
const drifts: Drift[] = [
  {
    what: 'a deleted Service',
    cause: ['delete', 'service/catalog'],
    object: 'service/catalog',
    path: '{.spec.ports[0].port}',
  },
  {
    what: 'a network policy that lets no pod in',
    cause: [
      'patch',
      'networkpolicy/payments',
      '--type=merge',
      '-p',
      JSON.stringify({ spec: { ingress: [] } }),
    ],
    object: 'networkpolicy/payments',
    path: '{.spec.ingress}',
  },
  {
    what: 'a variable changed in a Deployment',
    cause: ['set', 'env', 'deployment/orders', 'HOST=127.0.0.1'],
    object: 'deployment/orders',
    path: '{.spec.template.spec.containers[0].env[?(@.name=="HOST")].value}',
  },
  {
    what: 'a budget without a bound',
    cause: [
      'patch',
      'poddisruptionbudget/shell',
      '--type=merge',
      '-p',
      JSON.stringify({ spec: { maxUnavailable: '100%' } }),
    ],
    object: 'poddisruptionbudget/shell',
    path: '{.spec.maxUnavailable}',
  },
]

/** Changes what Argo CD has applied; returns how many of these it puts back, and which it does not. */
export async function drift(kubectl: Kubectl): Promise<StepOutcome> {
  const failures: string[] = []
  for (const { what, cause, object, path } of drifts) {
    const state = async () => (await kubectl(['get', object, '-n', namespace, '-o', `jsonpath=${path}`])).text
    const before = await state()
    await must(kubectl, [...cause, '-n', namespace])
    if (!(await eventually(60, async () => (await state()) === before))) failures.push(`${what} stays`)
  }
  return { counts: { healedDrift: drifts.length - failures.length }, failures }
}
