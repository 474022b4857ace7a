import { type EnvironmentName, environments, region } from '../../../../environments.ts'
import { type Source, application } from './application.ts'
import { type Manifest, namespace } from '../manifest.ts'

type Operator = { to: string; kept?: object[]; sources: (environment: EnvironmentName) => Source[] }

/** The controllers that the manifests count on, each at the version whose definitions the checks use. */
const operators: Record<string, Operator> = {
  'argo-rollouts': {
    to: 'argo-rollouts',
    sources: () => [
      {
        ...github('argoproj/argo-rollouts', 'v1.9.0', 'manifests/cluster-install'),
        // The folder of a release names its images `latest`.
        kustomize: { images: ['quay.io/argoproj/argo-rollouts:v1.9.0'] },
      },
    ],
  },
  kyverno: {
    to: 'kyverno',
    sources: (environment) => [
      chart(github('kyverno/kyverno', 'v1.19.1', 'charts/kyverno'), {
        admissionController: {
          replicas: 3,
          rbac: { serviceAccount: { annotations: roleOf(environment, 'kyverno') } },
        },
      }),
    ],
  },
  'external-secrets': {
    to: 'external-secrets',
    // It reads secrets with the roles of the parts, and has none of its own.
    sources: () => [
      chart(github('external-secrets/external-secrets', 'v1.3.2', 'deploy/charts/external-secrets'), {
        replicaCount: 2,
        leaderElect: true,
      }),
      // The folder of its chart holds its definitions only once it is packed.
      github('external-secrets/external-secrets', 'v1.3.2', 'config/crds/bases'),
    ],
  },
  reloader: {
    to: 'reloader',
    sources: () => [
      chart(github('stakater/Reloader', 'v1.4.11', 'deployments/kubernetes/chart/reloader'), {
        image: { tag: 'v1.4.11' },
        reloader: {
          // An annotation of pods that Git does not name, so that Argo CD leaves it alone.
          reloadStrategy: 'annotations',
          ignoreConfigMaps: true,
          namespaceSelector: `kubernetes.io/metadata.name=${namespace}`,
          enableHA: true,
          readOnlyRootFileSystem: true,
          deployment: { replicas: 2 },
        },
      }),
    ],
  },
  keda: {
    to: 'keda',
    sources: () => [chart(github('kedacore/charts', 'v2.21.0', 'keda'), { operator: { replicaCount: 2 } })],
  },
  istio: {
    to: 'istio-system',
    sources: () =>
      ['base', 'istio-control/istio-discovery', 'istio-cni', 'ztunnel'].map((path) =>
        chart(github('istio/istio', '1.27.3', `manifests/charts/${path}`), {
          global: { hub: 'docker.io/istio', tag: '1.27.3' },
          hub: 'docker.io/istio',
          tag: '1.27.3',
          profile: 'ambient',
        }),
      ),
  },
  'load-balancer': {
    to: 'kube-system',
    // Its chart makes a certificate for its webhooks at each rendering. The first one, for ten years, stays, and whom it is trusted by.
    kept: [
      { kind: 'Secret', jsonPointers: ['/data'] },
      ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) => ({
        group: 'admissionregistration.k8s.io',
        kind,
        jqPathExpressions: ['.webhooks[].clientConfig.caBundle'],
      })),
    ],
    sources: (environment) => [
      chart(
        github(
          'kubernetes-sigs/aws-load-balancer-controller',
          'v2.13.4',
          'helm/aws-load-balancer-controller',
        ),
        {
          clusterName: `mallhive-${environment}`,
          serviceAccount: {
            // Its role trusts this name; the chart would put the Application's before it.
            name: 'aws-load-balancer-controller',
            annotations: roleOf(environment, 'load-balancer'),
          },
          // Pods cannot ask a node where they are.
          region,
          vpcTags: { Name: `mallhive-${environment}` },
          enableBackendSecurityGroup: false,
        },
      ),
    ],
  },
  karpenter: {
    to: 'karpenter',
    sources: (environment) => [
      // In the folder of a release stands the image of the one before.
      chart(github('aws/karpenter-provider-aws', 'v1.12.0', 'charts/karpenter'), {
        controller: {
          image: { tag: '1.12.0', digest: '' },
          resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
        },
        // It runs on Fargate, and starts the nodes on which names are resolved.
        dnsPolicy: 'Default',
        serviceAccount: { annotations: roleOf(environment, 'karpenter') },
        settings: {
          clusterName: `mallhive-${environment}`,
          interruptionQueue: `mallhive-${environment}-interruptions`,
        },
      }),
      github('aws/karpenter-provider-aws', 'v1.12.0', 'pkg/apis/crds'),
    ],
  },
  'prometheus-operator': {
    to: 'observability',
    sources: () => [
      {
        ...github('prometheus-operator/prometheus-operator', 'v0.85.0', '.'),
        // Its files say `default`.
        kustomize: { namespace: 'observability' },
      },
    ],
  },
}

/** The repositories that operators come from. */
export const operatorRepositories = [
  ...new Set(
    Object.values(operators).flatMap(({ sources }) => sources('production').map((it) => it.repoURL)),
  ),
]

export const operatorNamespaces = [...new Set(Object.values(operators).map(({ to }) => to))]

export function operatorApplications(environment: EnvironmentName): Manifest[] {
  return Object.entries(operators).map(([name, { to, kept, sources }]) =>
    application(name, {
      project: 'operators',
      wave: -1,
      to,
      sources: sources(environment),
      ...(kept ? { kept } : {}),
    }),
  )
}

function github(name: string, targetRevision: string, path: string): Source {
  return { repoURL: `https://github.com/${name}.git`, targetRevision, path }
}

function chart(source: Source, valuesObject: object): Source {
  return { ...source, helm: { valuesObject } }
}

/** The role that infra/terraform makes for a controller. */
function roleOf(environment: EnvironmentName, controller: string) {
  const { account } = environments[environment]
  return {
    'eks.amazonaws.com/role-arn': `arn:aws:iam::${account}:role/mallhive-${environment}-${controller}`,
  }
}
