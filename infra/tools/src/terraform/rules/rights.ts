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
      ({ principals, conditions }) =>
        principals.some((it) => it.endsWith(':*')) && !conditions.some((it) => saysWho.test(it)),
    ),
  'a service of AWS acts only for whom a condition names': ({ statements }) =>
    allowing(
      statements,
      ({ principals, actions, conditions }) =>
        principals.some((it) => it.startsWith('Service:')) &&
        !actions.includes('sts:AssumeRole') &&
        !conditions.some((it) => saysWho.test(it)),
    ),
  'a token gives a role only to its named subject': ({ statements }) =>
    allowing(
      statements,
      ({ actions, conditions }) =>
        actions.includes('sts:AssumeRoleWithWebIdentity') &&
        // The issuer in a variable's name may be known only when the cluster is.
        new Set(conditions.filter((it) => /^StringEquals (.+:(sub|aud)|\(unknown \d\))$/.test(it))).size < 2,
    ),
  'a role is passed to a named service only': ({ statements }) =>
    allowing(
      statements,
      ({ actions, conditions }) =>
        actions.includes('iam:PassRole') && !conditions.includes('StringEquals iam:PassedToService'),
    ),
  'nothing of the mall changes what roles may do': ({ statements }) =>
    allowing(statements, ({ actions }) =>
      actions.some((it) => /^iam:(Add|Attach|Create|Delete|Detach|Put|Remove|Set|Update)/i.test(it)),
    ),
  'policies of AWS are for the service that takes the role': ({ resources }) =>
    addressesOf(
      resources.filter(({ type, values }) => {
        if (!/^aws_iam_\w*policy_attachment$/.test(type)) return false
        const [, ofAws] = /^arn:aws:iam::aws:policy\/(.+)$/.exec(String(values['policy_arn'])) ?? []
        return ofAws !== undefined && !ofService.test(ofAws)
      }),
    ),
  'no user has a key or a password that lives on': ({ resources }) =>
    addressesOf(
      resources.filter(({ type }) =>
        /^aws_iam_(user|access_key|user_login_profile|service_specific_credential)$/.test(type),
      ),
    ),
}

/** A condition by which a statement is about named callers, or about what a service does for them. */
const saysWho =
  /^(ForAnyValue:)?(String|Arn)(Equals|Like) (aws:(Source(Arn|Account|Vpce?)|Principal(Arn|Account|OrgID))|kms:(CallerAccount|EncryptionContext:aws:\w+:arn))$/i

const ofService = /^(service-role\/|AmazonEKS|AmazonEC2ContainerRegistry(PullOnly|ReadOnly)$)/

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
