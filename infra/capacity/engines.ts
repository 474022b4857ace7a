/** Engines and nodes of a mall of a size; those of `infra/terraform/environments/production` are the middle one. Without nodes for it the index of the search is in PostgreSQL. */
export const sizes = {
  100: { nodeVcpu: 2, nodeGigabytes: 8, minNodes: 3, cacheNodes: 2, searchNodes: 0, multiAz: true },
  10_000: { nodeVcpu: 4, nodeGigabytes: 16, minNodes: 6, cacheNodes: 3, searchNodes: 3, multiAz: true },
  1_000_000: { nodeVcpu: 16, nodeGigabytes: 64, minNodes: 3, cacheNodes: 3, searchNodes: 3, multiAz: true },
} as const
export type Size = keyof typeof sizes

/** Processors of the instances that RDS offers in one family. */
export const postgresVcpus = [2, 4, 8, 16, 32, 48, 64] as const
/** Processors of a node of OpenSearch. */
export const searchNodeVcpu = 2
/** Redis uses one processor for commands. */
export const redisVcpu = 1
