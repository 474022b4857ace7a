/** What AWS refuses, or what never gets ready, unless something else is there before. A plan shows neither. */
const before = [
  { of: 'aws_eks_node_group.this', needs: 'aws_eks_addon.network', why: 'nodes get ready by their network' },
  { of: 'aws_lb.this', needs: 'aws_s3_bucket_policy.logs', why: 'AWS tries whether logs can be written' },
  { of: 'aws_lb.this', needs: 'aws_subnet.load_balancers', why: 'pods admit the addresses of these subnets' },
  {
    of: 'aws_opensearch_domain.this',
    needs: 'aws_iam_service_linked_role.this',
    why: 'an empty account has no role for domains in a network',
  },
  {
    of: 'aws_config_delivery_channel.this',
    needs: 'configuration.aws_s3_bucket_policy.this',
    why: 'AWS tries whether records can be written',
  },
  { of: 'aws_cloudtrail.this', needs: 'records.aws_s3_bucket_policy.this', why: 'AWS looks at the policy' },
]

/** Returns what Terraform would make too early by its graph of resources, a line each. */
export function madeTooEarly(graph: string): string[] {
  const edges = [...graph.matchAll(/"([^"]+)" -> "([^"]+)"/g)].map(([, from = '', to = '']) => [from, to])
  const reach = (names: string[]): string[] => {
    const next = edges.flatMap(([from = '', to = '']) =>
      names.includes(from) && !names.includes(to) ? to : [],
    )
    return next.length === 0 ? names : reach([...new Set([...names, ...next])])
  }
  return before
    .filter(({ of, needs }) => {
      const starts = edges.flatMap(([from = '']) => (from.endsWith(`.${of}`) ? from : []))
      return !reach([...new Set(starts)]).some((name) => name.endsWith(`.${needs}`))
    })
    .map(({ of, needs, why }) => `${of} does not wait for ${needs}: ${why}`)
}
