import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { ReleaseError } from '../release-error.ts'
import { keyIdOf, publicKeyOf } from './signer.ts'
import type { Signer } from './signer.ts'

export interface KmsKey {
  /** Id, ARN or alias of the key. */
  key: string
  region?: string
  endpoint?: string
}

/**
 * Signs with an asymmetric key that never leaves AWS KMS: key spec ECC_NIST_EDWARDS25519, usage SIGN_VERIFY.
 * https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html
 * @throws ReleaseError INVALID when it is another kind of key, UNREACHABLE when KMS does not answer or refuses
 */
export async function kmsSigner({ key: KeyId, ...options }: KmsKey): Promise<Signer> {
  const kms = new KMSClient({
    ...options,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  })
  const { PublicKey: der, KeySpec } = await reached(() => kms.send(new GetPublicKeyCommand({ KeyId })))
  if (!der || KeySpec !== 'ECC_NIST_EDWARDS25519')
    throw new ReleaseError('INVALID', `the KMS key ${KeyId} is ${KeySpec}, not ECC_NIST_EDWARDS25519`)
  const publicKey = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' })
  return {
    keyId: keyIdOf(publicKeyOf(publicKey)),
    async sign(Message) {
      const command = new SignCommand({
        KeyId,
        Message,
        MessageType: 'RAW',
        SigningAlgorithm: 'ED25519_SHA_512',
      })
      const { Signature } = await reached(() => kms.send(command))
      if (Signature) return Signature
      throw new ReleaseError('UNREACHABLE', 'KMS responded without a signature')
    },
  }
}

async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || cause.name : String(cause)
    throw new ReleaseError('UNREACHABLE', `KMS: ${why}`, { cause })
  }
}
