import { type Kubectl, must } from './kubectl.ts'
import { type Deployment, namespace, podsOf, rolledOut } from './workloads.ts'

/** Rolls a Deployment to another digest and back; returns what goes wrong. */
export async function failedRollback(kubectl: Kubectl, deployment: Deployment): Promise<string[]> {
  const name = `deployment/${deployment.metadata.name}`
  const images = async () =>
    [...new Set((await podsOf(kubectl, deployment)).map(({ spec }) => spec.containers[0]?.image))].join(', ')
  const before = await images()
  const next = before.replace(/@sha256:.*/, `@sha256:${'b'.repeat(64)}`)
  await must(kubectl, ['set', 'image', name, `*=${next}`, '-n', namespace])
  const forth = await rolledOut(kubectl)
  if (forth.length > 0 || (await images()) !== next) return [`${name} does not roll to ${next}`, ...forth]
  await must(kubectl, ['rollout', 'undo', name, '-n', namespace])
  const back = await rolledOut(kubectl)
  return back.length > 0 || (await images()) !== before
    ? [`${name} does not roll back to ${before}`, ...back]
    : []
}
