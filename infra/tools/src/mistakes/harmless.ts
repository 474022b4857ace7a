import type { Harmless } from './mistake.ts'

const app = (name: string, file = 'deployment') => `infra/kubernetes/apps/${name}/${file}.yaml`

export const harmlessChanges: Harmless[] = [
  harmless('manifests', 'less memory asked for', [
    app('catalog'),
    'memory: 384Mi\n              ephemeral-storage: 64Mi',
    'memory: 320Mi\n              ephemeral-storage: 64Mi',
  ]),
  harmless('manifests', 'more time to stop', [
    app('cart'),
    'terminationGracePeriodSeconds: 30',
    'terminationGracePeriodSeconds: 45',
  ]),
  harmless('manifests', 'a probe that asks more often', [
    app('identity'),
    'periodSeconds: 10',
    'periodSeconds: 5',
  ]),
  harmless('manifests', 'a budget that counts sick processes', [
    app('orders', 'disruption-budget'),
    'AlwaysAllow',
    'IfHealthyBudget',
  ]),
  harmless('manifests', 'a label of a pod', [
    app('payments'),
    '    metadata:\n      labels:\n',
    '    metadata:\n      labels:\n        mallhive/owner: payments\n',
  ]),
  harmless('manifests', 'an interval of a monitor', [
    app('search', 'monitor'),
    'interval: 15s',
    'interval: 30s',
  ]),
  harmless('manifests', 'another digest', [
    'infra/kubernetes/overlays/production/images/kustomization.yaml',
    '0'.repeat(64),
    'a'.repeat(64),
  ]),
  harmless('pipelines', 'a longer timeout', [
    '.github/workflows/promote.yml',
    'timeout-minutes: 10',
    'timeout-minutes: 15',
  ]),
  harmless('pipelines', 'a step with a name', [
    '.github/workflows/check.yml',
    '- run: npm run check',
    '- name: Check\n        run: npm run check',
  ]),
  harmless('pipelines', 'a further command', [
    'infra/pipelines/buildspec.check.yml',
    '      - npm test',
    '      - npm test\n      - npm run infra -- check',
  ]),
  harmless('pipelines', 'a variable of an image', [
    'infra/docker/Dockerfile.base',
    'ENV NODE_ENV=production',
    'ENV NODE_ENV=production TZ=UTC',
  ]),
  harmless('pipelines', 'a comment in a script', [
    'infra/pipelines/install-tools.sh',
    'set -euo pipefail',
    '# What follows ends at the first failure.\nset -euo pipefail',
  ]),
  harmless('plans', 'a longer time to handle a message', [
    'infra/terraform/modules/messaging/main.tf',
    'visibility_timeout_seconds = 30',
    'visibility_timeout_seconds = 45',
  ]),
  harmless('infra/tools/src/observability/metric-names.test.ts', 'another title', [
    'infra/tools/src/observability/dashboards/queues.ts',
    "title: 'Waiting'",
    "title: 'Waiting in queues'",
  ]),
  harmless('infra/local/src/mall/mall-list.test.ts', 'more replicas', [
    'infra/mall.ts',
    'maxReplicas: 10',
    'maxReplicas: 14',
  ]),
  harmless('infra/local/src/mall/mall-list.test.ts', 'a larger body', [
    'infra/edge/routes.json',
    '"perMinute": 60000',
    '"perMinute": 90000',
  ]),
]

function harmless(
  refusedBy: string,
  name: string,
  [file, find, replace]: [file: string, find: string, replace: string],
): Harmless {
  return { name, refusedBy, patch: { file, find, replace } }
}
