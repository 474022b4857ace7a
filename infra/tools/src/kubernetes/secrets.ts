import { type EnvironmentName, region } from '../../../environments.ts'
import type { Manifest } from './manifest.ts'
import { labelsOf } from './pod.ts'
import { wave } from './service.ts'
import { secretsOf } from './variables.ts'
import type { Workload } from './workloads.ts'

/** Secrets Manager as the workload's own role reads it; `environmentStore` completes the prefix. */
export function secretStore(workload: Workload): Manifest {
  const { name } = workload
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'SecretStore',
    metadata: { name, labels: labelsOf(workload), annotations: wave(-3) },
    spec: {
      provider: {
        aws: {
          service: 'SecretsManager',
          region,
          prefix: 'mallhive/',
          auth: { jwt: { serviceAccountRef: { name } } },
        },
      },
    },
  }
}

/** What a store is in an environment. */
export const environmentStore = ({ name }: Workload, environment: EnvironmentName) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name },
  spec: { provider: { aws: { prefix: `mallhive/${environment}/` } } },
})

/** The workload's secrets, from its entry in Secrets Manager. */
export function externalSecret(workload: Workload): Manifest {
  const { name } = workload
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: { name: `${name}-secrets`, labels: labelsOf(workload), annotations: wave(-2) },
    spec: {
      refreshInterval: '15m',
      secretStoreRef: { kind: 'SecretStore', name },
      target: { name: `${name}-secrets`, creationPolicy: 'Owner', deletionPolicy: 'Retain' },
      data: secretsOf(workload).map((property) => ({
        secretKey: property,
        remoteRef: { key: name, property },
      })),
    },
  }
}

/** Names the Secret whose changes Reloader answers by new pods, since they read it at their start. */
export const reloadAnnotation = 'secret.reloader.stakater.com/reload'
export const reloaded = (workload: Workload) =>
  secretsOf(workload).length > 0 ? { annotations: { [reloadAnnotation]: `${workload.name}-secrets` } } : {}
