import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import type { ControlPlane } from '../cluster/control-plane.ts'
import { must } from '../cluster/kubectl.ts'
import { apply } from '../cluster/manifests.ts'
import type { Pod } from './traffic.ts'

/** Serves metrics.k8s.io, by which autoscalers decide: every pod uses that share of the CPU that it asks for. */
export async function startMetricsApi(
  { dir, kubectl }: ControlPlane,
  pods: () => Pod[],
  shareOf: (pod: Pod) => number,
): Promise<AsyncDisposable> {
  const keys = {
    cert: readFileSync(join(dir, 'apiserver.crt')),
    key: readFileSync(join(dir, 'apiserver.key')),
  }
  const server = createServer(keys, (request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(request.url ?? '')))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))

  function answer(url: string): object {
    const { pathname, searchParams } = new URL(url, 'https://127.0.0.1')
    const namespace = /\/namespaces\/([^/]+)\/pods$/.exec(pathname)?.[1]
    if (!namespace) {
      const resources = [{ name: 'pods', namespaced: true, kind: 'PodMetrics', verbs: ['get', 'list'] }]
      return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: 'metrics.k8s.io/v1beta1', resources }
    }
    const wanted = (searchParams.get('labelSelector') ?? '').split(',').filter(Boolean)
    const chosen = pods().filter(
      ({ metadata }) =>
        metadata.namespace === namespace &&
        wanted.every((pair) => pair === `${pair.split('=')[0]}=${metadata.labels[pair.split('=')[0] ?? '']}`),
    )
    return {
      kind: 'PodMetricsList',
      apiVersion: 'metrics.k8s.io/v1beta1',
      items: chosen.map((pod) => usage(pod, shareOf(pod))),
    }
  }

  const { port } = server.address() as AddressInfo
  const service = { name: 'metrics', namespace: 'kube-system' }
  const failures = await apply(kubectl, [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: service,
      spec: { type: 'ExternalName', externalName: 'localhost', ports: [{ port }] },
    },
    {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: {
        service: { ...service, port },
        group: 'metrics.k8s.io',
        version: 'v1beta1',
        insecureSkipTLSVerify: true,
        groupPriorityMinimum: 100,
        versionPriority: 100,
      },
    },
  ])
  if (failures.length > 0) throw new Error(failures.join('\n'))
  await must(kubectl, [
    'wait',
    '--for=condition=Available',
    'apiservice/v1beta1.metrics.k8s.io',
    '--timeout=30s',
  ])
  return {
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function usage({ metadata: { name, namespace, labels }, spec }: Pod, share: number) {
  const containers = spec.containers.map((container) => {
    const milli = Number.parseInt(container.resources?.requests?.cpu ?? '100m', 10)
    return { name: container.name, usage: { cpu: `${Math.round(milli * share)}m`, memory: '64Mi' } }
  })
  return {
    metadata: { name, namespace, labels },
    timestamp: new Date().toISOString(),
    window: '1s',
    containers,
  }
}
