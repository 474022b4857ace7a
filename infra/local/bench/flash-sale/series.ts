import { setTimeout as delay } from 'node:timers/promises'

import { type PartName, mall } from '../../../mall.ts'
import type { Mall } from '../../src/mall/open-mall.ts'
import type { BenchEnvironment } from '../bench-environment.ts'
import { cpuMsOf } from '../cpu.ts'
import { asksFor } from './autoscaling.ts'

const everyMs = 5000
export const watched = (Object.keys(mall) as PartName[]).filter((part) => 'maxReplicas' in mall[part])

export type Series = Record<string, { cpus: number[]; queueAgeS: number[]; replicas: number[] }>

/** Records what the autoscalers would see until the signal, every five seconds. */
export async function record({ at, pids }: BenchEnvironment, ended: AbortSignal): Promise<Series> {
  const used = () => watched.map((part) => cpuMsOf(pids(part)))
  const rules = watched.map((part) => asksFor(part))
  const series: Series = Object.fromEntries(
    watched.map((part) => [part, { cpus: [], queueAgeS: [], replicas: [] }]),
  )
  let before = used()
  let since = performance.now()
  while (!ended.aborted) {
    await delay(everyMs, undefined, { signal: ended }).catch(() => {})
    const [now, ages] = [used(), await Promise.all(watched.map((part) => queueAge(at, part)))]
    const tookMs = performance.now() - since
    for (const [n, part] of watched.entries()) {
      const seen = { cpus: ((now[n] ?? 0) - (before[n] ?? 0)) / tookMs, queueAgeS: ages[n] ?? 0 }
      const { cpus, queueAgeS, replicas } = series[part] ?? { cpus: [], queueAgeS: [], replicas: [] }
      replicas.push(rules[n]?.(seen, replicas.at(-1) ?? mall[part].minReplicas) ?? 0)
      cpus.push(Math.round(seen.cpus * 100) / 100)
      queueAgeS.push(Math.round(seen.queueAgeS * 10) / 10)
    }
    before = now
    since = performance.now()
  }
  return series
}

/** Returns the age of the oldest event that waits for a part. */
async function queueAge(at: Mall['at'], part: PartName): Promise<number> {
  if (!('subscribes' in mall[part])) return 0
  const url = part === 'bff' ? at.bff : at.services[part as keyof typeof at.services]
  const text = await fetch(`${url}/metrics`).then(
    (answer) => answer.text(),
    () => '',
  )
  const ages = text.matchAll(/^consumer_lag_seconds\{[^}]*\} ([\d.e+-]+)/gm)
  return Math.max(0, ...[...ages].map(([, age]) => Number(age)))
}
