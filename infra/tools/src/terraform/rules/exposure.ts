import { type Rule, addressesOf, block } from './rule.ts'

const everywhere = ['0.0.0.0/0', '::/0']

export const exposure: Record<string, Rule> = {
  'engines have no public address': ({ resources }) =>
    addressesOf(resources.filter(({ values }) => values['publicly_accessible'] === true)),
  'no security group is open to everybody': (planned) => [
    ...addressesOf(
      planned
        .of('aws_vpc_security_group_ingress_rule')
        .filter(({ values }) => everywhere.includes(String(values['cidr_ipv4'] ?? values['cidr_ipv6']))),
    ),
    ...addressesOf(
      planned.resources.filter(
        ({ type, values }) =>
          (type === 'aws_security_group' && opensInline(values['ingress'])) ||
          (type === 'aws_security_group_rule' && values['type'] === 'ingress' && opensInline([values])),
      ),
    ),
  ],
  'no bucket is public': (planned) =>
    addressesOf(
      planned.without('aws_s3_bucket', 'aws_s3_bucket_public_access_block', ({ values }) =>
        ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'].every(
          (name) => values[name] === true,
        ),
      ),
    ),
  'the API of the cluster is private unless networks are named': (planned) =>
    addressesOf(
      planned.of('aws_eks_cluster').filter(({ values }) => {
        const { endpoint_public_access: open, public_access_cidrs: from } = block(values, 'vpc_config')
        return open === true && (!Array.isArray(from) || from.some((it) => everywhere.includes(String(it))))
      }),
    ),
  'nodes give their role to no pod': (planned) =>
    addressesOf(
      planned
        .of('aws_launch_template')
        .filter(({ values }) => block(values, 'metadata_options')['http_tokens'] !== 'required'),
    ),
}

function opensInline(rules: unknown): boolean {
  const lists = Array.isArray(rules)
    ? (rules as { cidr_blocks?: string[]; ipv6_cidr_blocks?: string[] }[])
    : []
  return lists.some(({ cidr_blocks = [], ipv6_cidr_blocks = [] }) =>
    [...(cidr_blocks ?? []), ...(ipv6_cidr_blocks ?? [])].some((it) => everywhere.includes(it)),
  )
}
