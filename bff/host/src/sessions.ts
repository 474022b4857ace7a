import { createHash } from 'node:crypto'
import { timestampMs } from '@bufbuild/protobuf/wkt'
import { cookieName, readCookie } from '@mallhive/contracts/cookies'
import type { Client } from '@connectrpc/connect'
import { isPlatformRole, readMemberships } from '@mallhive/contracts/roles'
import { UserKind } from '@mallhive/contracts/identity'
import type { ExchangeSessionResponse, IdentityService } from '@mallhive/contracts/identity'
import type { BffActor } from '@mallhive/mfe-kit/bff'
import { withCookies } from './cookies.ts'

interface Session {
  actor?: BffActor
  /** The signed token that services verify. */
  token?: string
  /** There is a cookie, but the identity service did not answer. */
  unknown: boolean
}

interface Remembered {
  session: Promise<Session>
  until: number
}

export interface Sessions {
  of: (cookieHeader: string) => Promise<Session>
  /** Drops the cached session of these cookies after it ended or changed. */
  drop: (cookieHeader: string) => void
  /** Starts a guest session, cached like an exchanged one; returns its Set-Cookie header values. */
  startGuest: (clientAddress: string) => Promise<string[]>
}

const rememberedMs = 60_000
const rememberedSessions = 20_000
const noSession: Session = { unknown: false }

/** Exchanges session cookies for tokens, cached for a minute. */
export function openSessions(
  identity: Client<typeof IdentityService>,
  publicOrigin: string,
  now: () => number = Date.now,
): Sessions {
  const remembered = new Map<string, Remembered>()

  /** Adds an entry that is valid for a minute and has no session yet. */
  function add(key: string): Remembered {
    const [oldest] = remembered.keys()
    if (remembered.size >= rememberedSessions && oldest) remembered.delete(oldest)
    // Deleted and inserted again, so that the first entry is always the oldest.
    remembered.delete(key)
    const entry = { session: Promise.resolve(noSession), until: now() + rememberedMs }
    remembered.set(key, entry)
    return entry
  }

  async function exchange(key: string, value: string): Promise<Session> {
    try {
      const answer = await identity.exchangeSession(
        { cookie: `${cookieName('mall_session', publicOrigin)}=${value}` },
        { timeoutMs: 2000 },
      )
      const entry = remembered.get(key)
      // Tokens are dropped seconds before they expire, because services verify them later.
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
      if (!value || value.length > 2000) return Promise.resolve(noSession)
      const key = keyOf(value)
      const known = remembered.get(key)
      if (known && known.until > now()) return known.session
      const entry = add(key)
      entry.session = exchange(key, value)
      return entry.session
    },
    drop(cookieHeader) {
      const value = readCookie(cookieHeader, 'mall_session', publicOrigin)
      if (value) remembered.delete(keyOf(value))
    },
    async startGuest(clientAddress) {
      const answer = await identity.startGuest({ clientAddress })
      const value = readCookie(withCookies('', answer.setCookies), 'mall_session', publicOrigin)
      // An identity service of the previous release sends no token.
      if (value && answer.token) add(keyOf(value)).session = Promise.resolve(sessionOf(answer))
      return answer.setCookies
    },
  }
}

/** Hashes cookies, so that memory dumps contain none. */
export const keyOf = (value: string): string => createHash('sha256').update(value).digest('base64url')

function sessionOf({ user, token }: Pick<ExchangeSessionResponse, 'user' | 'token'>): Session {
  if (!user || !token) return noSession
  const kind = user.kind === UserKind.ACCOUNT ? 'account' : 'guest'
  const { id, name, email, roles } = user
  const actor: BffActor = {
    kind,
    id,
    name,
    email,
    memberships: readMemberships(user.memberships),
    platformRoles: roles.filter(isPlatformRole),
  }
  return { actor, token, unknown: false }
}
