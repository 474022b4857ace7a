import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { parseAllDocuments } from 'yaml'

import { type Kubectl, must } from './kubectl.ts'

export type Container = { name: string; image: string; env?: { name: string; value?: string }[] }

export type Manifest = {
  apiVersion: string
  kind: string
  metadata: { name: string; namespace?: string; labels?: Record<string, string> }
  spec?: {
    replicas?: number
    template?: { metadata?: { labels?: Record<string, string> }; spec: { containers: Container[] } }
  } & Record<string, unknown>
}

export const environments = ['dev', 'staging', 'production'] as const

/** Returns the manifests of a folder: rendered where it holds a kustomization, else all files in it. */
export function manifestsIn(dir: string, kubectl: string): Manifest[] {
  if (!existsSync(dir)) return []
  const texts = existsSync(join(dir, 'kustomization.yaml'))
    ? [execFileSync(kubectl, ['kustomize', dir], { encoding: 'utf8', maxBuffer: 64 << 20 })]
    : globSync(join(dir, '**/*.{yaml,json}'))
        .toSorted()
        .map((path) => readFileSync(path, 'utf8'))
  return texts.flatMap(parseManifests)
}

function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map((document) => document.toJS() as Manifest | null)
    .filter((manifest) => manifest !== null && typeof manifest.kind === 'string') as Manifest[]
}

/** What others need comes first: the API server knows no order. */
const first = [
  'Namespace',
  'ResourceQuota',
  'LimitRange',
  'ServiceAccount',
  'ConfigMap',
  'ClusterRole',
  'Role',
]

const inOrder = (manifests: Manifest[]) => manifests.toSorted((a, b) => rank(a.kind) - rank(b.kind))
const rank = (kind: string) => (first.includes(kind) ? first.indexOf(kind) : first.length)

/** Applies manifests, unknown fields refused; returns what the API server says against each. */
export async function apply(
  kubectl: Kubectl,
  manifests: Manifest[],
  options: string[] = [],
): Promise<string[]> {
  if (manifests.length === 0) return []
  const stream = inOrder(manifests)
    .map((manifest) => JSON.stringify(manifest))
    .join('\n---\n')
  const strictly = [
    'apply',
    '--server-side',
    '--validate=strict',
    '--warnings-as-errors',
    ...options,
    '-f',
    '-',
  ]
  const { ok, text } = await kubectl(strictly, stream)
  if (ok) return []
  return text
    .split('\n')
    .filter((line) => !/ (serverside-applied|created|configured|unchanged)( \(server dry run\))?$/.test(line))
}

/** Returns the manifests whose kind the API server does not know in any version. */
export async function unserved(kubectl: Kubectl, manifests: Manifest[]): Promise<Manifest[]> {
  const text = await must(kubectl, ['api-resources', '--no-headers'])
  const known = [...text.matchAll(/(\S+) +(?:true|false) +(\S+)/g)]
  const served = new Set(known.map(([, version = '', kind]) => `${groupOf(version)} ${kind}`))
  return manifests.filter(({ apiVersion, kind }) => !served.has(`${groupOf(apiVersion)} ${kind}`))
}

const groupOf = (apiVersion: string) => (apiVersion.includes('/') ? apiVersion.split('/')[0] : '')
