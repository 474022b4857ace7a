import { assumptions as assumed } from '../../../capacity/assumptions.ts'
import { postgresVcpus, searchNodeVcpu, type Size, sizes } from '../../../capacity/engines.ts'
import { allPagesPerOrder, callsPerOrder, cpuMsPerOrder, type CpuMs } from './demand.ts'
import { atRest, type Group } from './at-rest.ts'

const secondsPerDay = 86_400

export interface Plan {
  ordersPerDay: number
  /** At the peak. */
  ordersPerSecond: number
  pagesPerSecond: number
  callsPerSecond: number
  /** Processors that are busy at the peak. */
  busy: CpuMs
  pods: number
  /** Processors that all pods together are sure of. */
  podVcpu: number
  nodes: number
  nodeVcpu: number
  /** Processors of the database's instance, undefined where none is large enough. */
  postgresVcpu?: number | undefined
  databaseGigabytes: number
  searchNodes: number
}

export function plan(size: Size): Plan {
  const of = sizes[size]
  const ordersPerSecond = (size / secondsPerDay) * assumed.peakFactor
  const busy = busyAt(size, assumed.products[size])
  const inDatabase = of.searchNodes > 0 ? busy.postgres : busy.postgres + busy.index
  const shell = grown(atRest.shell, busy.shell)
  const services = grown(atRest.services, busy.services)
  const podVcpu = shell.vcpu + services.vcpu
  const gigabytes = shell.gigabytes + services.gigabytes
  const { reservedPerNode: reserved } = assumed
  return {
    ordersPerDay: size,
    ordersPerSecond,
    pagesPerSecond: ordersPerSecond * allPagesPerOrder,
    callsPerSecond: ordersPerSecond * callsPerOrder,
    busy,
    pods: shell.pods + services.pods,
    podVcpu,
    nodes: Math.max(
      of.minNodes,
      Math.ceil(podVcpu / (of.nodeVcpu - reserved.vcpu)),
      Math.ceil(gigabytes / (of.nodeGigabytes - reserved.gigabytes)),
    ),
    nodeVcpu: of.nodeVcpu,
    postgresVcpu: postgresVcpus.find((vcpu) => vcpu * assumed.engineUtilisation >= inDatabase),
    databaseGigabytes: databaseGigabytes(size),
    searchNodes:
      of.searchNodes &&
      Math.max(of.searchNodes, Math.ceil(busy.index / assumed.engineUtilisation / searchNodeVcpu)),
  }
}

/** Processors that are busy at the peak of a day with so many orders. */
export function busyAt(ordersPerDay: number, products: number): CpuMs {
  const perSecond = (ordersPerDay / secondsPerDay) * assumed.peakFactor
  const cost = cpuMsPerOrder(products)
  const processors = Object.entries(cost).map(([tier, ms]) => [tier, (ms * perSecond) / 1000])
  return Object.fromEntries(processors) as CpuMs
}

/** What a group of workloads is at its peak: never less than at rest, and no process busier than the autoscaler's threshold. */
export function grown(rest: Group, busyVcpu: number): Group {
  const factor = Math.max(1, busyVcpu / assumed.processUtilisation / rest.vcpu)
  return { pods: Math.ceil(rest.pods * factor), vcpu: rest.vcpu * factor, gigabytes: rest.gigabytes * factor }
}

function databaseGigabytes(size: Size): number {
  const orders = size * 365 * assumed.yearsKept
  return (orders * assumed.bytesPerOrder + assumed.products[size] * assumed.bytesPerProduct) / 1e9
}
