import type { Manifest } from '../manifest.ts'
import { type Labels, type Objects, labelsOf, nameOf, portsOf, selects } from './objects.ts'

type Service = Manifest & {
  spec: { selector: Labels; ports: { name: string; port: number; targetPort: string | number }[] }
}
type Monitor = Manifest & { spec: { selector: { matchLabels: Labels }; endpoints: { port: string }[] } }

/** Returns Services without pods or ports, monitors without a Service, and addresses that lead nowhere. */
export function serviceErrors({ all, find, workloads }: Objects): string[] {
  const services = all<Service>('Service')
  const unreached = services.flatMap((service) => {
    const pods = workloads.filter((it) => selects(service.spec.selector, labelsOf(it)))
    const ports = new Set(pods.flatMap(portsOf).flatMap(({ name, containerPort }) => [name, containerPort]))
    const missing = service.spec.ports.filter(({ targetPort }) => !ports.has(targetPort))
    if (pods.length !== 1) return [`${nameOf(service)} selects ${pods.length} workloads`]
    return missing.map(({ targetPort }) => `${nameOf(service)}: no pod of it has the port ${targetPort}`)
  })
  const unmonitored = all<Monitor>('ServiceMonitor').flatMap((monitor) => {
    const { selector, endpoints } = monitor.spec
    const watched = services.filter(({ metadata }) => selects(selector.matchLabels, metadata.labels ?? {}))
    if (watched.length !== 1) return [`${nameOf(monitor)} selects ${watched.length} Services`]
    const names = new Set(watched.flatMap(({ spec }) => spec.ports.map(({ name }) => name)))
    return endpoints
      .filter(({ port }) => !names.has(port))
      .map(({ port }) => `${nameOf(monitor)}: its Service has no port ${port}`)
  })
  const lost = workloads.flatMap((workload) =>
    addressesIn(
      workload.spec.template.spec.containers.flatMap(({ env = [] }) =>
        env.flatMap(({ value }) => value ?? []),
      ),
    )
      .filter(({ host, port }) => !find<Service>('Service', host)?.spec.ports.some((it) => it.port === port))
      .map(({ host, port }) => `${nameOf(workload)}: there is no Service ${host} with the port ${port}`),
  )
  return [...unreached, ...unmonitored, ...lost]
}

/** The addresses in the namespace that texts contain. */
export function addressesIn(texts: string[]): { host: string; port: number }[] {
  return texts
    .flatMap((text) => [...text.matchAll(/http:\/\/([a-z0-9-]+):(\d+)/g)])
    .map(([, host = '', port]) => ({ host, port: Number(port) }))
}
