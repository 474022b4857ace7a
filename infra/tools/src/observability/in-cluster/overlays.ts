import { type EnvironmentName, environments } from '../../../../environments.ts'
import { type Manifest, kustomization, partOf, yamlOf } from '../../kubernetes/manifest.ts'
import { alertmanagerConfig, topicsOf } from '../alertmanager.ts'
import { namespace, ofNodes } from './observer.ts'

/** A program that asks AWS for something takes the role that infra/terraform makes. */
const withRoles = { alertmanager: namespace, collector: namespace, loki: namespace, 'fluent-bit': ofNodes }

/** In what environments differ: accounts of AWS. */
export function inEnvironments(): Record<string, string> {
  const files = (Object.keys(environments) as EnvironmentName[]).flatMap((name) =>
    Object.entries(overlay(name)).map(([file, text]) => [`${name}/${file}`, text] as const),
  )
  return Object.fromEntries(files)
}

function overlay(environment: EnvironmentName): Record<string, string> {
  const objects: Record<string, Manifest[]> = {
    'environment.yaml': [namespace, ofNodes].map((of) => variables(environment, of)),
    // No secret: receivers are topics, which its role may publish to.
    'alertmanager-config.yaml': [
      {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'alertmanager', namespace, labels: partOf },
        stringData: { 'alertmanager.yaml': yamlOf(alertmanagerConfig(topicsOf(environment))) },
      },
    ],
    'roles.yaml': Object.entries(withRoles).map(([name, of]) => role(environment, name, of)),
  }
  const { 'roles.yaml': _, ...resources } = objects
  return {
    'kustomization.yaml': kustomization({
      resources: ['../../kubernetes', ...Object.keys(resources)],
      patches: [{ path: 'roles.yaml' }],
    }),
    ...Object.fromEntries(Object.entries(objects).map(([file, list]) => [file, yamlOf(...list)])),
  }
}

const variables = (environment: EnvironmentName, of: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'environment', namespace: of, labels: partOf },
  data: {
    LOG_BUCKET: `mallhive-${environment}-lines-${environments[environment].account}`,
    LOG_GROUPS: `/mallhive-${environment}`,
  },
})

const role = (environment: EnvironmentName, name: string, of: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: {
    name,
    namespace: of,
    annotations: {
      'eks.amazonaws.com/role-arn': `arn:aws:iam::${environments[environment].account}:role/mallhive-${environment}-${name}`,
    },
  },
})
