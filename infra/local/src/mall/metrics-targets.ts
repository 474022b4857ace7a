import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Addresses } from './environment.ts'

/** The addresses of the /metrics of each part's processes, by the part's name. */
export type MetricsUrls = Record<string, string | string[]>

/** A group of targets in the form of Prometheus' file-based service discovery. */
type Targets = { targets: string[]; labels: { part: string } }

const targetsFile = (stateDir: string): string => join(stateDir, 'targets.json')

/** Announces the metrics of all parts. Services that share a process are one target, named `services`. */
export function announceMetrics(stateDir: string, urls: MetricsUrls): void {
  const groups = Object.entries(urls).map(([part, url]): Targets => {
    return { targets: [url].flat().map((it) => new URL(it).host), labels: { part } }
  })
  writeFileSync(targetsFile(stateDir), JSON.stringify(groups, null, 1))
}

/** Returns the addresses of the services' metrics. */
export function serviceMetrics(at: Addresses, processes: boolean): MetricsUrls {
  const services: MetricsUrls = processes ? { ...at.services, bff: at.bff } : { services: at.bff }
  return { ...services, 'release-desk': at.desk }
}
