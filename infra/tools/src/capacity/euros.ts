import { assumptions as assumed } from '../../../capacity/assumptions.ts'
import { type Size, sizes } from '../../../capacity/engines.ts'
import { prices } from '../../../capacity/prices.ts'
import { allPagesPerOrder, callsPerOrder } from './demand.ts'
import { plan } from './plan.ts'

const days = 30.4

/** What a size of the mall costs a month, in euros, by concern. */
export function eurosPerMonth(size: Size): Record<string, number> {
  const { perHour, perMonth, perMillion, hoursPerMonth, eurosPerDollar } = prices
  const { cacheNodes, multiAz } = sizes[size]
  const { nodes, nodeVcpu, postgresVcpu = 0, databaseGigabytes, searchNodes } = plan(size)
  const orders = size * days
  const pages = orders * allPagesPerOrder
  const requests = pages + orders * callsPerOrder
  const copies = multiAz ? 2 : 1
  const perHours = (dollars: number) => dollars * hoursPerMonth
  const millions = (count: number, dollars: number) => (count / 1e6) * dollars
  const dollars = {
    compute: perHours(perHour.controlPlane + nodes * nodeVcpu * perHour.nodePerVcpu),
    database:
      perHours(postgresVcpu * perHour.postgresPerVcpu * copies) +
      databaseGigabytes * perMonth.databaseGigabyte * copies,
    'cache and search': perHours(cacheNodes * perHour.cacheNode + searchNodes * perHour.searchNode),
    network: perHours(3 * perHour.natGateway + perHour.loadBalancer + 39 * perHour.endpoint),
    edge:
      millions(requests, perMillion.edgeRequests + perMillion.firewallRequests) +
      ((pages * assumed.kilobytesPerPage) / 1e6) * perMonth.egressGigabyte,
    'messages, mails, logs':
      millions(orders * assumed.eventsPerOrder, perMillion.messages * 3) +
      millions(orders * 2, perMillion.mails) +
      ((pages * assumed.logKilobytesPerPage) / 1e6) * perMonth.logGigabyte,
  }
  return Object.fromEntries(Object.entries(dollars).map(([what, price]) => [what, price * eurosPerDollar]))
}
