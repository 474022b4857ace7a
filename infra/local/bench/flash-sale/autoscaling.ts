import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { type Part, type PartName, mall } from '../../../mall.ts'
import { rootDir } from '../../src/paths.ts'

/** What a part's autoscaler reads at one time. */
export type Seen = { cpus: number; queueAgeS: number }

/** Returns how many processes the part's autoscaler would ask for, by its rule in `infra/kubernetes`. */
export function asksFor(part: PartName): (seen: Seen, running: number) => number {
  const { cpu = '1', minReplicas, maxReplicas = minReplicas }: Part = mall[part]
  const rule = readFileSync(join(rootDir, 'infra/kubernetes/apps', part, 'autoscaler.yaml'), 'utf8')
  const utilisation =
    Number(/averageUtilization: (\d+)|value: '(\d+)'/.exec(rule)?.slice(1).find(Boolean)) / 100
  const ageS = Number(/threshold: '(\d+)'/.exec(rule)?.[1] ?? Number.POSITIVE_INFINITY)
  const sure = cpu.endsWith('m') ? Number.parseInt(cpu, 10) / 1000 : Number(cpu)
  return ({ cpus, queueAgeS }, running) => {
    const wanted = Math.max(Math.ceil(cpus / (sure * utilisation)), Math.ceil((running * queueAgeS) / ageS))
    return Math.min(Math.max(wanted, minReplicas), maxReplicas)
  }
}
