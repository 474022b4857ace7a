import { openApi } from '../aws/open-api.ts'

/** Asks Secrets Manager for something about a secret. @throws Error that names the secret, with the answer, where it refuses */
export type SecretsManager = (operation: string, input: { SecretId: string }) => Promise<unknown>

export function openSecretsManager(given: Record<string, string | undefined>): SecretsManager {
  const post = openApi('secretsmanager', 'AWS_ENDPOINT_URL_SECRETS_MANAGER', given)
  return async (operation, input) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `secretsmanager.${operation}`,
    }
    const response = await post(headers, JSON.stringify(input))
    if (!response.ok)
      throw new Error(
        `${input.SecretId}: ${operation} is answered ${response.status} ${await response.text()}`,
      )
    return response.json()
  }
}
