import { readFileSync } from 'node:fs'
import { ReleaseError } from '../release-error.ts'
import { localSigner } from './signer.ts'
import type { Signer } from './signer.ts'

/**
 * Returns the signer that an environment variable names: a key file, or a key in AWS KMS as `kms:<id, ARN or alias>`.
 * @throws ReleaseError INVALID, UNREACHABLE
 */
export async function signerFromEnv(
  env: Record<string, string | undefined>,
  variable = 'MALL_SIGNING_KEY',
): Promise<Signer> {
  const named = env[variable]
  if (!named) throw new ReleaseError('INVALID', `set ${variable} to a key file or kms:<key>`)
  if (!named.startsWith('kms:')) return localSigner(readKeyFile(named))
  // Loaded on demand: the KMS SDK is large, and most machines use a key file.
  const { kmsSigner } = await import('./kms-signer.ts')
  return kmsSigner({ key: named.slice(4), region: env.AWS_REGION, endpoint: env.KMS_ENDPOINT_URL })
}

/** Returns the text of a key file. @throws ReleaseError INVALID when it cannot be read */
export function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new ReleaseError('INVALID', `the key file ${file} cannot be read`, { cause })
  }
}
