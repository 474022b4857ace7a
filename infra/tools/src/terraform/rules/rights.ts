import type { Statement } from '../plan.ts'
import { type Rule, addressesOf } from './rule.ts'

export const rights: Record<string, Rule> = {
  'every action is named': ({ statements }) =>
    allowing(statements, ({ actions }) => actions.some((it) => /[*?]/.test(it))),
  'every resource is named': ({ statements }) =>
    allowing(statements, ({ resources }) => resources.some(isEverything)),
  'no statement lets everybody in': ({ statements }) =>
    allowing(
      statements,
      ({ principals, conditions }) => principals.some((it) => it.endsWith(':*')) && conditions.length === 0,
    ),
  'a token gives a role only to its named subject': ({ statements }) =>
    allowing(
      statements,
      ({ actions, conditions }) =>
        actions.includes('sts:AssumeRoleWithWebIdentity') &&
        // The issuer in a variable's name may be known only when the cluster is.
        new Set(conditions.filter((it) => /^StringEquals (.+:(sub|aud)|\(unknown \d\))$/.test(it))).size < 2,
    ),
  'no role has a policy of AWS that grants everything': (planned) =>
    addressesOf(
      planned
        .of('aws_iam_role_policy_attachment')
        .filter(({ values }) =>
          /(AdministratorAccess|PowerUserAccess|FullAccess)$/.test(String(values['policy_arn'])),
        ),
    ),
}

/** As `<address> <sid>`. */
const allowing = (statements: Statement[], breaks: (statement: Statement) => boolean) =>
  statements.filter((it) => it.allows && breaks(it)).map(({ address, sid }) => `${address} ${sid}`.trim())

/** All of an account, of a service or of a kind: `*`, `arn:aws:sqs:*:…`, `…:key/*`. Objects of a bucket are not a kind. */
function isEverything(resource: string): boolean {
  if (resource === '*') return true
  const [, , service = '', region = '', account = '', ...rest] = resource.split(':')
  if ([service, region, account].some((it) => it.includes('*'))) return true
  return service !== 's3' && /^([\w-]+[/:])?\*/.test(rest.join(':'))
}
