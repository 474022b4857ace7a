import { openDb } from '@mallhive/service-kit/db'
import { scramVerifier } from '@mallhive/service-kit/scram-verifier'
import { escapeIdentifier, escapeLiteral } from 'pg'
import { z } from 'zod'

import { type Login, newPassword } from './rotate-secret.ts'

const suffix = '_next'

/** The role that owns a service's tables: one of its two logins. */
const ownerOf = (login: string): string => login.replace(new RegExp(`${suffix}$`), '')

/** The login of a service that is not in use. */
const otherLogin = (login: string): string => (login.endsWith(suffix) ? ownerOf(login) : `${login}${suffix}`)

const credentials = z.object({ username: z.string(), password: z.string() })

/** A service's role has two logins, and the one that is not in use gets the next password. `readAdministrator` reads who may set it. */
export function databaseLogin(readAdministrator: () => Promise<unknown>): Login {
  return {
    next(url) {
      const next = new URL(url)
      return Object.assign(next, { username: otherLogin(next.username), password: newPassword() }).href
    },
    async allow(next, current) {
      const { username, password } = credentials.parse(await readAdministrator())
      const as = Object.assign(new URL(current), { username, password: encodeURIComponent(password) })
      await setPassword(as.href, next.username, next.password)
    },
    try: tryLogin,
  }
}

/**
 * Gives a login of a service its password; the second one is made where it is missing, and what it creates belongs to the owner.
 * The statement holds the password's verifier, so that no log has the password. @throws Error while processes are connected by the
 * login: a part was not restarted since the last rotation, and a change would shut it out. One that has no connection at that moment
 * is not seen
 */
async function setPassword(administrator: string, login: string, password: string): Promise<void> {
  await using db = openDb(administrator, { schema: {}, poolSize: 1 })
  const connected = await db.$client.query('select from pg_stat_activity where usename = $1', [login])
  if (connected.rowCount) throw new Error(`${connected.rowCount} connections still use the login ${login}`)
  const [user, owner] = [login, ownerOf(login)].map(escapeIdentifier)
  const isNew = (await db.$client.query('select from pg_roles where rolname = $1', [login])).rowCount === 0
  await db.$client.query(
    [
      ...(isNew ? [`create role ${user} in role ${owner}`, `alter role ${user} set role to ${owner}`] : []),
      `alter role ${user} login password ${escapeLiteral(scramVerifier(password))}`,
    ].join('; '),
  )
}

/** Connects by a URL. @throws Error where that is refused, or what it creates would not belong to the owner */
async function tryLogin(url: string): Promise<void> {
  await using db = openDb(url, { schema: {}, poolSize: 1 })
  const { rows } = await db.$client.query<{ role: string }>('select current_user as role')
  const owner = ownerOf(decodeURIComponent(new URL(url).username))
  if (rows[0]?.role !== owner) throw new Error(`the login acts as ${rows[0]?.role} and not as ${owner}`)
}
