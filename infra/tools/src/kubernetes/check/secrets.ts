import type { Manifest } from '../manifest.ts'
import { reloadAnnotation } from '../secrets.ts'
import { secretsOf } from '../variables.ts'
import { workloads } from '../workloads.ts'
import { type Objects, nameOf } from './objects.ts'

type ExternalSecret = Manifest & {
  spec: {
    secretStoreRef: { kind: string; name: string }
    target: { name: string }
    data: { secretKey: string; remoteRef: { key: string; property: string } }[]
  }
}
type ConfigMap = Manifest & { data: Record<string, string> }

/** Returns references to keys that no ExternalSecret or ConfigMap has, and keys that Secrets Manager does not hold. */
export function secretErrors({ all, find, workloads: pods }: Objects): string[] {
  const secrets = all<ExternalSecret>('ExternalSecret')
  const unknown = secrets.flatMap((secret) => {
    const { secretStoreRef: store, data } = secret.spec
    const strays = data.filter(({ remoteRef: { key, property } }) => !held.has(`${key} ${property}`))
    return [
      ...(find(store.kind, store.name) ? [] : [`${nameOf(secret)}: there is no ${store.kind} ${store.name}`]),
      ...strays.map(
        ({ remoteRef: { key, property } }) => `${nameOf(secret)}: ${key} has no secret ${property}`,
      ),
    ]
  })
  const missing = pods.flatMap((workload) =>
    workload.spec.template.spec.containers
      .flatMap(({ env = [] }) => env)
      .flatMap(({ valueFrom: { secretKeyRef: secret, configMapKeyRef: map } = {} }) => {
        const ofSecret = secrets.find(({ spec }) => spec.target.name === secret?.name)
        const isReloaded =
          workload.kind === 'Job' || workload.metadata.annotations?.[reloadAnnotation] === secret?.name
        const inSecret = ofSecret?.spec.data.some(({ secretKey }) => secretKey === secret?.key)
        const inMap = map && find<ConfigMap>('ConfigMap', map.name)?.data[map.key] !== undefined
        return [
          ...(secret && !inSecret ? [`the Secret ${secret.name} has no key ${secret.key}`] : []),
          ...(secret && !isReloaded ? [`no change of the Secret ${secret.name} reaches its pods`] : []),
          ...(map && !inMap ? [`the ConfigMap ${map.name} has no key ${map.key}`] : []),
        ].map((what) => `${nameOf(workload)}: ${what}`)
      }),
  )
  return [...unknown, ...missing]
}

/** Entries of Secrets Manager and their keys, by infra/mall.ts. */
const held = new Set(
  workloads.flatMap((workload) => secretsOf(workload).map((secret) => `${workload.name} ${secret}`)),
)
