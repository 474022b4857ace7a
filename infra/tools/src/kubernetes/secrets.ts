import type { Manifest } from './manifest.ts'
import { labelsOf } from './pod.ts'
import { wave } from './service.ts'
import { secretsOf } from './variables.ts'
import type { Workload } from './workloads.ts'

/** The workload's secrets, from its entry in Secrets Manager; the store of the environment puts `mallhive/<environment>/` before. */
export function externalSecret(workload: Workload): Manifest {
  const { name } = workload
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: `${name}-secrets`, labels: labelsOf(workload), annotations: wave(-2) },
    spec: {
      refreshInterval: '15m',
      secretStoreRef: { kind: 'ClusterSecretStore', name: 'mallhive' },
      target: { name: `${name}-secrets`, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: secretsOf(workload).map((property) => ({
        secretKey: property,
        remoteRef: { key: entryOf(workload, property), property },
      })),
    },
  }
}

/** The shares of the BFF host have keys of their own, and the host's access to Redis. */
export const entryOf = ({ name, part }: Workload, secret: string): string =>
  secret === 'PART_KEY' ? name : part
