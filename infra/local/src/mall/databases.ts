import { Client } from 'pg'

import type { Secrets } from './secrets.ts'
import { type ServiceName, services } from './services.ts'

const database = 'mallhive'

/**
 * Creates one database with a role per service. A role creates and owns its schema when its service migrates, and has no
 * rights on other schemas. Returns each service's connection URL.
 */
export async function openDatabases(
  adminUrl: string,
  { databasePasswords }: Pick<Secrets, 'databasePasswords'>,
): Promise<Record<ServiceName, string>> {
  const created = await as(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
    if (rowCount) return false
    await admin.query(`create database ${database}`)
    return true
  })
  const urlOf = (user?: ServiceName) => {
    const url = Object.assign(new URL(adminUrl), { pathname: database })
    return user ? Object.assign(url, { username: roleOf(user), password: databasePasswords[user] }) : url
  }
  if (created || (await lacksRoles(adminUrl))) {
    await as(urlOf().href, async (admin) => {
      await admin.query(
        `revoke all on database ${database} from public; revoke create on schema public from public`,
      )
      await admin.query('create extension if not exists pg_trgm; create extension if not exists unaccent')
      await renameAnalytics(admin)
      for (const name of services) await createRole(admin, roleOf(name), databasePasswords[name])
    })
  }
  const urls = services.map((name) => [name, urlOf(name).href] as const)
  return Object.fromEntries(urls) as Record<ServiceName, string>
}

const roleOf = (name: ServiceName): string => name.replaceAll('-', '_')

/** Renames the migration record of states older than the name release-health; its migrations rename only its schema. */
async function renameAnalytics(admin: Client): Promise<void> {
  const { rowCount: role } = await admin.query(`select from pg_roles where rolname = 'analytics'`)
  if (role) await admin.query('alter role analytics rename to release_health')
  const record = `select from pg_namespace where nspname = 'analytics_migrations'`
  const { rowCount: migrated } = await admin.query(record)
  if (migrated) await admin.query('alter schema analytics_migrations rename to release_health_migrations')
}

async function createRole(admin: Client, name: string, password: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name])
  const verb = rowCount ? 'alter' : 'create'
  const role = admin.escapeIdentifier(name)
  await admin.query(`${verb} role ${role} login password ${admin.escapeLiteral(password)}`)
  await admin.query(`grant connect, create, temporary on database ${database} to ${role}`)
}

/** Creates the role of a service that is newer than the state. */
async function lacksRoles(adminUrl: string): Promise<boolean> {
  return as(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_roles where rolname = any($1)', [
      services.map(roleOf),
    ])
    return rowCount !== services.length
  })
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
