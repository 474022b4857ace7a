import { json } from 'node:stream/consumers'

import { environments } from '../../../environments.ts'
import { awsCommand } from './aws.ts'
import { firstSecrets } from './first-secrets.ts'
import { writePublicKeys } from './public-keys.ts'
import type { Outputs } from './values.ts'

/** `first-secrets ENVIRONMENT`: reads Terraform's outputs, prints the SQL of roles, says what people must still give. */
export async function firstSecretsVerb(environment = ''): Promise<number> {
  if (!Object.hasOwn(environments, environment)) return 2
  const outputs = (await json(process.stdin)) as Outputs
  const { sql, publicKeys, missing } = await firstSecrets(environment, outputs, awsCommand, process.env)
  writePublicKeys(environment, publicKeys)
  console.log(sql)
  for (const one of missing) console.error(`missing: ${one}, given as a variable of this command`)
  return missing.length === 0 ? 0 : 1
}
