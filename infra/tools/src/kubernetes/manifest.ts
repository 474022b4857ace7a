import { stringify } from 'yaml'

/** An object of Kubernetes. */
export type Manifest = {
  apiVersion: string
  kind: string
  metadata: { name: string; labels?: Record<string, string>; annotations?: Record<string, string> } & Record<
    string,
    unknown
  >
} & Record<string, unknown>

/** The namespace of all parts. */
export const namespace = 'mallhive'

export const partOf = { 'app.kubernetes.io/part-of': 'mallhive' }

/** Returns YAML documents, one for each object. */
export function yamlOf(...objects: object[]): string {
  return objects
    .map((each) => stringify(each, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false }))
    .join('---\n')
}

/** Returns a kustomization, the list of what a folder holds. */
export function kustomization(fields: Record<string, unknown>, kind = 'Kustomization'): string {
  const version = kind === 'Component' ? 'v1alpha1' : 'v1beta1'
  return yamlOf({ apiVersion: `kustomize.config.k8s.io/${version}`, kind, ...fields })
}
