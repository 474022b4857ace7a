import { partOf } from './manifest.ts'
import { type Value, readinessGraceMs, schemaOf, sharedVariables, tokenFolder } from './variables.ts'
import type { Workload } from './workloads.ts'

/** The longest deadline of a call that runs while a process stops: a mutation's. */
const drainSeconds = 10
/** What a process has from SIGTERM to SIGKILL: it fails its readiness, finishes calls, closes its resources. */
const stopSeconds = readinessGraceMs / 1000 + drainSeconds + 15

const user = 65_532

export const selectorOf = ({ name }: Pick<Workload, 'name'>) => ({ 'app.kubernetes.io/name': name })

export function labelsOf({ name, part }: Workload): Record<string, string> {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': part, ...partOf }
}

/** The image of a workload, named by its role; the overlays say which digest. */
function imageOf({ of: { kind } }: Workload): string {
  return `mallhive/${kind === 'bff' ? 'bff-host' : kind}`
}

/** The program of a workload in its image, whose entry point is Node. */
const programOf = ({ part, of: { kind } }: Workload) => `${kind === 'shell' ? 'shell' : part}.mjs`

export function podSpec(workload: Workload) {
  const { name, of } = workload
  return {
    ...confined(workload, usesAws(workload) ? [awsToken] : []),
    terminationGracePeriodSeconds: stopSeconds,
    topologySpreadConstraints: [
      spread(workload, 'topology.kubernetes.io/zone', 'DoNotSchedule'),
      spread(workload, 'kubernetes.io/hostname', 'ScheduleAnyway'),
    ],
    containers: [
      {
        name,
        ...containerOf(workload, sharedVariables(workload), usesAws(workload) ? [awsTokenMount] : []),
        args: [programOf(workload)],
        ports: [{ name: 'http', containerPort: of.port }],
        // A start applies migrations that the migration's Job left, and reads every live release.
        startupProbe: { ...probe(of.ready), periodSeconds: 2, failureThreshold: 60 },
        readinessProbe: { ...probe(of.ready), periodSeconds: 2, failureThreshold: 2 },
        livenessProbe: { ...probe('/healthz'), periodSeconds: 10, failureThreshold: 3 },
      },
    ],
  }
}

/** What a pod may do: nothing but run one program as a user without rights. */
export function confined(workload: Workload, volumes: object[] = []) {
  return {
    serviceAccountName: workload.name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      // Reads the token for AWS.
      fsGroup: user,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '64Mi' } }, ...volumes],
  }
}

/** Image, environment, limits and mounts of a container. */
export function containerOf(workload: Workload, variables: Record<string, Value>, mounts: object[] = []) {
  const { cpu, memory } = workload.of
  return {
    image: imageOf(workload),
    env: Object.entries(variables).map(([name, value]) => ({ name, ...sourceOf(workload, name, value) })),
    resources: {
      requests: { cpu, memory, 'ephemeral-storage': '64Mi' },
      limits: { memory, 'ephemeral-storage': '256Mi' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
    volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }, ...mounts],
  }
}

function sourceOf({ name: workload }: Workload, key: string, value: Value) {
  if (typeof value === 'string') return { value }
  return value.from === 'secret'
    ? { valueFrom: { secretKeyRef: { name: `${workload}-secrets`, key } } }
    : { valueFrom: { configMapKeyRef: { name: 'public-keys', key } } }
}

const usesAws = (workload: Workload) => 'AWS_ROLE_ARN' in schemaOf(workload).shape

/** By this token AWS gives the workload its role. It opens nothing in the cluster. */
const awsToken = {
  name: 'aws-token',
  projected: {
    sources: [
      { serviceAccountToken: { audience: 'sts.amazonaws.com', expirationSeconds: 3600, path: 'token' } },
    ],
  },
}

const awsTokenMount = { name: awsToken.name, mountPath: tokenFolder, readOnly: true }

const probe = (path: string) => ({ httpGet: { path, port: 'http' }, timeoutSeconds: 2 })

function spread(workload: Workload, topologyKey: string, whenUnsatisfiable: string) {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable,
    labelSelector: { matchLabels: selectorOf(workload) },
    // Versions spread each by themselves, or a rolling update could leave them lopsided. Pods have one of the two: a Deployment's or a
    // Rollout's.
    matchLabelKeys: ['pod-template-hash', 'rollouts-pod-template-hash'],
  }
}
