import { json } from 'node:stream/consumers'

import { awsCommand } from './aws.ts'
import { firstSecrets } from './first-secrets.ts'
import { writePublicKeys } from './public-keys.ts'
import { replaceAdministrator, searchUser } from './search-user.ts'
import type { Outputs } from './values.ts'

/** `first-secrets ENVIRONMENT`: reads Terraform's outputs, prints the SQL of roles, says what people must still give. */
export async function firstSecretsVerb(environment: string): Promise<number> {
  const outputs = (await json(process.stdin)) as Outputs
  const { sql, publicKeys, missing } = await firstSecrets(environment, outputs, awsCommand, process.env)
  writePublicKeys(environment, publicKeys)
  console.log(sql)
  for (const one of missing) console.error(`missing: ${one}, given as a variable of this command`)
  return missing.length === 0 ? 0 : 1
}

/** `search-user ENVIRONMENT`: prints what curl is to send to OpenSearch, in a pod. */
export async function searchUserVerb(environment: string): Promise<number> {
  console.log(await searchUser(environment, awsCommand))
  return 0
}

/** `search-administrator ENVIRONMENT`: replaces the password of OpenSearch's administrator. */
export async function searchAdministratorVerb(environment: string): Promise<number> {
  await replaceAdministrator(environment, awsCommand)
  return 0
}
