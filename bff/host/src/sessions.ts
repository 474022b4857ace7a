import { createHash } from 'node:crypto'
import { timestampMs } from '@bufbuild/protobuf/wkt'
import { cookieName, readCookie } from '@mallhive/contracts/cookies'
import type { Client } from '@connectrpc/connect'
import { isPlatformRole, readMemberships } from '@mallhive/contracts/roles'
import { UserKind } from '@mallhive/contracts/identity'
import type { ExchangeSessionResponse, IdentityService } from '@mallhive/contracts/identity'
import type { BffActor } from '@mallhive/mfe-kit/bff'

interface Session {
  actor?: BffActor
  /** The signed token that services verify. */
  token?: string
  /** There is a cookie, but the identity service does not say whose. */
  unknown: boolean
}

export interface Sessions {
  of: (cookieHeader: string) => Promise<Session>
  /** Forgets the session of these cookies: it ended, or became another. */
  drop: (cookieHeader: string) => void
  startGuest: (clientAddress: string) => Promise<string[]>
}

const rememberedMs = 60_000
const rememberedSessions = 20_000
const nobody: Session = { unknown: false }

/** Exchanges session cookies for tokens and remembers them for a minute, so that most calls don't ask at all. */
export function openSessions(
  identity: Client<typeof IdentityService>,
  publicOrigin: string,
  now: () => number = Date.now,
): Sessions {
  const remembered = new Map<string, { session: Promise<Session>; until: number }>()

  async function exchange(key: string, value: string): Promise<Session> {
    try {
      const answer = await identity.exchangeSession(
        { cookie: `${cookieName('mall_session', publicOrigin)}=${value}` },
        { timeoutMs: 2000 },
      )
      const entry = remembered.get(key)
      // A token is never used in its last seconds: it must last until the services have checked it.
      if (entry && answer.expiresAt)
        entry.until = Math.min(entry.until, timestampMs(answer.expiresAt) - 15_000)
      return sessionOf(answer)
    } catch {
      remembered.delete(key)
      return { unknown: true }
    }
  }

  return {
    of(cookieHeader) {
      const value = readCookie(cookieHeader, 'mall_session', publicOrigin)
      if (!value || value.length > 2000) return Promise.resolve(nobody)
      const key = keyOf(value)
      const known = remembered.get(key)
      if (known && known.until > now()) return known.session
      const [oldest] = remembered.keys()
      if (remembered.size >= rememberedSessions && oldest) remembered.delete(oldest)
      // Entered anew, so that the oldest entry is always the first.
      remembered.delete(key)
      const entry = { session: Promise.resolve(nobody), until: now() + rememberedMs }
      remembered.set(key, entry)
      entry.session = exchange(key, value)
      return entry.session
    },
    drop(cookieHeader) {
      const value = readCookie(cookieHeader, 'mall_session', publicOrigin)
      if (value) remembered.delete(keyOf(value))
    },
    startGuest: async (clientAddress) => (await identity.startGuest({ clientAddress })).setCookies,
  }
}

/** Memory dumps shall not hold cookies. */
export const keyOf = (value: string): string => createHash('sha256').update(value).digest('base64url')

function sessionOf({ user, token }: ExchangeSessionResponse): Session {
  if (!user || !token) return nobody
  const kind = user.kind === UserKind.ACCOUNT ? 'account' : 'guest'
  const { id, name, email, roles, sellerId } = user
  const actor: BffActor = {
    kind,
    id,
    name,
    email,
    memberships: readMemberships(user.memberships),
    platformRoles: roles.filter(isPlatformRole),
    roles,
    sellerId: sellerId || undefined,
  }
  return { actor, token, unknown: false }
}
