/** The type of the condition, and what the status needs besides. */
const usual = { type: 'Ready', rest: '' }
const monitoring = {
  type: 'Available',
  rest: 'paused: false\nreplicas: 0\nupdatedReplicas: 0\navailableReplicas: 0\nunavailableReplicas: 0\n',
}

/** Controllers that do not run here: kwok says in their place that their resources are ready, as it says so of pods. */
export const standIns = [
  standIn('external-secrets.io/v1', 'SecretStore', 'Valid'),
  standIn('external-secrets.io/v1', 'ExternalSecret', 'SecretSynced'),
  standIn('keda.sh/v1alpha1', 'ScaledObject', 'ScaledObjectReady'),
  standIn('karpenter.sh/v1', 'NodePool', 'Ready'),
  standIn('karpenter.k8s.aws/v1', 'EC2NodeClass', 'Ready'),
  standIn('monitoring.coreos.com/v1', 'Prometheus', 'AllPodsReady', monitoring),
  standIn('monitoring.coreos.com/v1', 'Alertmanager', 'AllPodsReady', monitoring),
]

/** What kwok does to a resource. */
export type Stage = ReturnType<typeof standIn>

function standIn(apiGroup: string, kind: string, reason: string, { type, rest } = usual) {
  const conditions = `- type: ${type}\n  status: "True"\n  reason: ${reason}\n  lastTransitionTime: {{ Now | Quote }}\n  message: nothing happens here`
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name: `${kind.toLowerCase()}-ready` },
    spec: {
      resourceRef: { apiGroup, kind },
      selector: { matchExpressions: [{ key: '.status.conditions', operator: 'DoesNotExist' }] },
      next: { statusTemplate: `${rest}conditions:\n${conditions}` },
    },
  }
}
