import type { MessageShape } from '@bufbuild/protobuf'
import { timestampFromMs } from '@bufbuild/protobuf/wkt'
import { type ExchangeSessionResponseSchema, UserKind } from '@mallhive/contracts/identity'
import { SignJWT } from 'jose'
import type { Auth } from './auth.ts'
import type { PublicUser } from './user.ts'

const tokenSeconds = 300
/** Well below the day for which a rotated key is still published. */
const keyKeptMs = 60_000

type SigningKey = Awaited<ReturnType<Auth['api']['signingKey']>>

export interface Tokens {
  /** Returns a five-minute JWT that names a user to the mall's services. */
  issue(
    user: PublicUser,
  ): Promise<Pick<MessageShape<typeof ExchangeSessionResponseSchema>, 'token' | 'expiresAt'>>
}

/**
 * Opens the issuer of tokens. It reads and decrypts the signing key once a minute, which costs more than the
 * signature of a token.
 */
export function openTokens(readKey: () => Promise<SigningKey>): Tokens {
  let kept: { key: Promise<SigningKey>; untilMs: number } | undefined

  function read() {
    const entry = { key: readKey(), untilMs: Date.now() + keyKeptMs }
    entry.key.catch(() => {
      if (kept === entry) kept = undefined
    })
    return (kept = entry)
  }

  const signingKey = () => (kept && kept.untilMs > Date.now() ? kept : read()).key

  return {
    async issue({ id, kind, name, email, roles, memberships }) {
      const { alg, kid, privateKey } = await signingKey()
      const issuedAt = Math.floor(Date.now() / 1000)
      const expiresAt = issuedAt + tokenSeconds
      const claims = { kind: kind === UserKind.GUEST ? 'guest' : 'account', name, email, roles, memberships }
      const token = await new SignJWT(claims)
        .setProtectedHeader({ alg, kid })
        .setIssuer('mallhive')
        .setAudience('mallhive')
        .setSubject(id)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(privateKey)
      return { token, expiresAt: timestampFromMs(expiresAt * 1000) }
    },
  }
}
