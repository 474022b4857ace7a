/**
 * On-demand list prices in dollars, eu-central-1, without taxes, rounded, as known in 2025 and not read from Amazon's price list: they show
 * proportions. A year's commitment takes a quarter to a third off computers and databases, and volume halves what the edge's petabytes cost.
 */
export const prices = {
  asOf: '2025',
  eurosPerDollar: 0.92,
  hoursPerMonth: 730,
  perHour: {
    controlPlane: 0.1,
    nodePerVcpu: 0.0604,
    postgresPerVcpu: 0.1,
    cacheNode: 0.15,
    searchNode: 0.155,
    natGateway: 0.052,
    loadBalancer: 0.027,
    endpoint: 0.011,
  },
  perMonth: { databaseGigabyte: 0.137, objectGigabyte: 0.0245, logGigabyte: 0.63, egressGigabyte: 0.085 },
  perMillion: { edgeRequests: 1.2, firewallRequests: 0.6, messages: 0.45, mails: 100 },
} as const
