import { readConfig } from '@mallhive/process-kit/config'
import { secret } from '@mallhive/process-kit/secret'
import { SignatureV4 } from '@smithy/signature-v4'
import { z } from 'zod'

import { Sha256 } from './sha256.ts'

/** What Lambda sets for a function's role. */
const env = z.object({
  AWS_REGION: z.string(),
  AWS_ACCESS_KEY_ID: z.string(),
  AWS_SECRET_ACCESS_KEY: secret(z.string()),
  AWS_SESSION_TOKEN: secret(z.string().optional()),
  AWS_ENDPOINT_URL_SECRETS_MANAGER: z.url().optional(),
})

/** Asks Secrets Manager for something about a secret. @throws Error that names the secret, with the answer, where it refuses */
export type SecretsManager = (operation: string, input: { SecretId: string }) => Promise<unknown>

export function openSecretsManager(given: Record<string, string | undefined>): SecretsManager {
  const config = readConfig(env, given)
  const region = config.AWS_REGION
  const url = new URL(
    config.AWS_ENDPOINT_URL_SECRETS_MANAGER ?? `https://secretsmanager.${region}.amazonaws.com`,
  )
  const signer = new SignatureV4({
    service: 'secretsmanager',
    region,
    sha256: Sha256,
    credentials: {
      accessKeyId: config.AWS_ACCESS_KEY_ID,
      secretAccessKey: config.AWS_SECRET_ACCESS_KEY,
      ...(config.AWS_SESSION_TOKEN && { sessionToken: config.AWS_SESSION_TOKEN }),
    },
  })
  return async (operation, input) => {
    const { headers, body } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: '/',
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `secretsmanager.${operation}`,
      },
      body: JSON.stringify(input),
    })
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(3000) })
    if (!response.ok)
      throw new Error(
        `${input.SecretId}: ${operation} is answered ${response.status} ${await response.text()}`,
      )
    return response.json()
  }
}
