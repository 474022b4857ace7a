import { z } from 'zod'

import { openSecretsManager } from './secrets-manager.ts'

const answer = z.object({ SecretString: z.string() })

/** Returns the current value of a secret of Secrets Manager, a JSON object. */
export async function readSecret(
  SecretId: string,
  given: Record<string, string | undefined>,
): Promise<unknown> {
  const { SecretString } = answer.parse(await openSecretsManager(given)('GetSecretValue', { SecretId }))
  return JSON.parse(SecretString)
}
