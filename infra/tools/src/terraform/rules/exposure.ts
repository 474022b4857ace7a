import { environments } from '../../../../environments.ts'
import type { Resource } from '../plan.ts'
import { type Rule, addressesOf, block } from './rule.ts'

type Networks = {
  cidr_ipv4?: string | null
  cidr_ipv6?: string | null
  cidr_blocks?: string[] | null
  ipv6_cidr_blocks?: string[] | null
}

const everywhere = ['0.0.0.0/0', '::/0']

export const exposure: Record<string, Rule> = {
  'engines have no public address': ({ resources }) =>
    addressesOf(resources.filter(({ values }) => values['publicly_accessible'] === true)),
  'security groups let in private networks only': ({ resources }) =>
    addressesOf(resources.filter((it) => networksOf(it, 'ingress').some((cidr) => !isPrivate(cidr)))),
  'security groups let out to named networks only': ({ resources }) =>
    addressesOf(
      resources.filter((it) => networksOf(it, 'egress').some((cidr) => Number(cidr.split('/')[1]) < 8)),
    ),
  'no account but those of the mall is let in': ({ statements }) =>
    statements
      .filter(
        ({ allows, principals }) => allows && principals.flatMap(accountIn).some((it) => !accounts.has(it)),
      )
      .map(({ address, sid }) => `${address} ${sid}`.trim()),
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

/** The networks that a resource lets in or out, if it is about that. */
function networksOf({ type, values }: Resource, direction: 'ingress' | 'egress'): string[] {
  const rules =
    type === 'aws_security_group'
      ? values[direction]
      : type === `aws_vpc_security_group_${direction}_rule` ||
          (type === 'aws_security_group_rule' && values['type'] === direction)
        ? [values]
        : []
  return (Array.isArray(rules) ? (rules as Networks[]) : [])
    .flatMap((it) => [it.cidr_ipv4, it.cidr_ipv6, ...(it.cidr_blocks ?? []), ...(it.ipv6_cidr_blocks ?? [])])
    .filter((it) => typeof it === 'string')
}

/** Whether a network is private, and no larger than one of the mall. */
const isPrivate = (cidr: string) =>
  /^(10|172\.(1[6-9]|2\d|3[01])|192\.168)\./.test(cidr) && Number(cidr.split('/')[1]) >= 16

const accounts = new Set<string>(Object.values(environments).map(({ account }) => account))
const accountIn = (principal: string) => /^AWS:(?:arn:aws:\w+::)?(\d{12})(?::|$)/.exec(principal)?.[1] ?? []
