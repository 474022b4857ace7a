/**
 * What the user of the search service may do, as a role of OpenSearch's security plugin. The engine of one machine refuses everything
 * else, too.
 */
export const searchRole = {
  cluster_permissions: [
    'cluster:monitor/health',
    'indices:data/read/mget',
    'indices:data/read/msearch',
    'indices:data/write/bulk',
  ],
  index_permissions: [
    {
      index_patterns: ['products-*'],
      allowed_actions: [
        'indices:admin/aliases',
        'indices:admin/aliases/get',
        'indices:admin/create',
        'indices:admin/delete',
        'indices:admin/refresh*',
        'indices:data/read/mget*',
        'indices:data/read/search*',
        'indices:data/write/bulk*',
        'indices:data/write/index',
        'indices:monitor/settings/get',
      ],
    },
  ],
}
