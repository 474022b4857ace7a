import { searchRole } from '../../../local/src/engines/search-role.ts'
import type { Aws } from './aws.ts'
import { opensearchPassword } from './values.ts'

const part = 'search'

/**
 * Returns a configuration of curl that gives the service's user in OpenSearch its password, its role and nothing else. May be run
 * again. It holds passwords: its requests come from a pod, because the domain answers in its network only.
 */
export async function searchUser(environment: string, aws: Aws): Promise<string> {
  const { OPENSEARCH_URL = '' } = await readSecret(aws, `mallhive/${environment}/${part}`)
  const { username, password } = await readSecret(aws, administratorOf(environment))
  const { origin, username: name, password: own } = new URL(OPENSEARCH_URL)
  const put = (path: string, body: object) =>
    [
      `url = ${JSON.stringify(`${origin}/_plugins/_security/api/${path}`)}`,
      `user = ${JSON.stringify(`${username}:${password}`)}`,
      'request = "PUT"',
      'header = "content-type: application/json"',
      `data = ${JSON.stringify(JSON.stringify(body))}`,
      'silent',
      'show-error',
      'fail-with-body',
    ].join('\n')
  const requests = [
    put(`roles/${part}`, searchRole),
    put(`internalusers/${name}`, { password: decodeURIComponent(own) }),
    put(`rolesmapping/${part}`, { users: [name] }),
  ]
  return ['fail-early', requests.join('\nnext\n')].join('\n')
}

/** Gives OpenSearch's administrator a password that does not stand in Terraform's state. May be run again. */
export async function replaceAdministrator(environment: string, aws: Aws): Promise<void> {
  const SecretId = administratorOf(environment)
  const { username } = await readSecret(aws, SecretId)
  const password = opensearchPassword()
  await aws(['opensearch', 'update-domain-config'], {
    DomainName: `mallhive-${environment}`,
    AdvancedSecurityOptions: {
      MasterUserOptions: { MasterUserName: username, MasterUserPassword: password },
    },
  })
  await aws(['secretsmanager', 'put-secret-value'], {
    SecretId,
    SecretString: JSON.stringify({ username, password }),
  })
}

const administratorOf = (environment: string) => `mallhive/${environment}/search-administrator`

async function readSecret(aws: Aws, SecretId: string): Promise<Record<string, string>> {
  const found = (await aws(['secretsmanager', 'get-secret-value'], { SecretId })) as { SecretString: string }
  return JSON.parse(found.SecretString)
}
