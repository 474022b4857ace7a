import { repository } from '../../../../environments.ts'
import { type Manifest, namespace, partOf } from '../manifest.ts'
import { wave } from '../service.ts'

/** A part of a Git repository, as Argo CD names it. */
export type Source = { repoURL: string; targetRevision: string; path: string } & Record<string, unknown>

type Options = {
  project: 'mallhive' | 'nodes' | 'observability' | 'operators'
  wave: number
  to: string
  sources: Source[]
  /** Pods of the namespace prove who they are to those of the mall, and can do nothing to their nodes. */
  meshed?: true
  /** Fields that stay as they were made first, though each rendering makes others. */
  kept?: object[]
}

const meshedLabels = {
  'istio.io/dataplane-mode': 'ambient',
  'pod-security.kubernetes.io/enforce': 'restricted',
}

/** The mall's own folders, as main has them. */
export const ownSource = (path: string): Source => ({ repoURL: repository, targetRevision: 'main', path })

/** What Argo CD keeps as it stands in Git: it prunes what is gone and takes back what was changed by hand. */
export function application(
  name: string,
  { project, wave: order, to, sources, meshed, kept }: Options,
): Manifest {
  const [source] = sources
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: 'argocd',
      labels: partOf,
      annotations: {
        ...wave(order),
        // Else what a definition adds as a default is a difference for ever.
        'argocd.argoproj.io/compare-options': 'ServerSideDiff=true',
        'notifications.argoproj.io/subscribe.on-degraded.on-call': '',
        'notifications.argoproj.io/subscribe.on-sync-failed.on-call': '',
      },
      finalizers: ['resources-finalizer.argocd.argoproj.io/foreground'],
    },
    spec: {
      project,
      ...(sources.length === 1 ? { source } : { sources }),
      destination: { server: 'https://kubernetes.default.svc', namespace: to },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        syncOptions: [
          'ServerSideApply=true',
          'PruneLast=true',
          'FailOnSharedResource=true',
          ...(to === namespace ? [] : ['CreateNamespace=true']),
          ...(kept ? ['RespectIgnoreDifferences=true'] : []),
        ],
        ...(meshed ? { managedNamespaceMetadata: { labels: meshedLabels } } : {}),
        // A bad version fails its synchronisation: what is tried again is the newest commit, which may take it back.
        retry: { limit: 5, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '1m' } },
      },
      ...(kept ? { ignoreDifferences: kept } : {}),
      revisionHistoryLimit: 10,
    },
  }
}
