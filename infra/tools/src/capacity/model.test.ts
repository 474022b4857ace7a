import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { assumptions } from '../../../capacity/assumptions.ts'
import { sizes } from '../../../capacity/engines.ts'
import { rootDir } from '../paths.ts'
import { atRest } from './at-rest.ts'
import { cpuMsPerOrder, searchCpuMs, tiers } from './demand.ts'
import { document } from './document.ts'
import { eurosPerMonth } from './euros.ts'
import { limits } from './limits.ts'
import { busyAt, grown, plan } from './plan.ts'

it('the page about capacity is what the model says', () => {
  expect(readFileSync(join(rootDir, 'docs/operating/capacity.md'), 'utf8')).toBe(document())
})

it('the middle size has the fewest nodes of production', () => {
  const production = readFileSync(join(rootDir, 'infra/terraform/environments/production/main.tf'), 'utf8')
  expect(production).toContain(`min = ${sizes[10_000].minNodes},`)
})

it('load grows with orders, in every tier', () => {
  const [one, ten] = [busyAt(1000, 1000), busyAt(10_000, 1000)]
  for (const tier of tiers) expect(ten[tier]).toBeCloseTo(one[tier] * 10, 9)
})

it('an order costs at least the journey that was measured', () => {
  const { services, postgres } = cpuMsPerOrder(400)
  expect(services + postgres).toBeGreaterThan(37.5 * 0.9)
})

it('a search costs what was measured at both sizes, and between them no less than the small one', () => {
  expect(searchCpuMs(408)).toBeCloseTo(2.4)
  expect(searchCpuMs(100_000)).toBeCloseTo(22.3)
  expect(searchCpuMs(5000)).toBeGreaterThan(2.4)
  expect(searchCpuMs(1)).toBeCloseTo(2.4)
})

it('a group never shrinks below its processes at rest', () => {
  expect(grown(atRest.services, 0)).toMatchObject({ pods: atRest.services.pods, vcpu: atRest.services.vcpu })
})

it('a group grows until no process is busier than the threshold', () => {
  const busy = atRest.shell.vcpu * 10
  expect(busy / grown(atRest.shell, busy).vcpu).toBeCloseTo(assumptions.processUtilisation)
})

it('nodes hold the processors and the reserve of every node', () => {
  for (const size of [100, 10_000, 1_000_000] as const) {
    const { nodes, nodeVcpu, podVcpu } = plan(size)
    expect(nodes * (nodeVcpu - assumptions.reservedPerNode.vcpu)).toBeGreaterThanOrEqual(podVcpu)
  }
})

it('a larger mall costs more, and less for each order', () => {
  const total = (size: 100 | 10_000 | 1_000_000) =>
    Object.values(eurosPerMonth(size)).reduce((sum, euros) => sum + euros, 0)
  const [small, middle, large] = [total(100), total(10_000), total(1_000_000)]
  expect([small < middle, middle < large]).toEqual([true, true])
  expect([small / 100 > middle / 10_000, middle / 10_000 > large / 1_000_000]).toEqual([true, true])
})

it('limits come in the order in which a growing mall meets them', () => {
  const met = limits().map(({ at }) => at)
  expect(met).toEqual(met.toSorted((a, b) => a - b))
})
