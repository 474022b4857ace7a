import { Client, escapeIdentifier, escapeLiteral } from 'pg'

import type { Secrets } from './secrets.ts'
import { type ServiceName, services } from './services.ts'

const database = 'mallhive'

/**
 * Creates one database with a role per service. A role owns the schemas of its tables and of its migrations, has no rights on
 * other schemas and creates none. Returns each service's connection URL.
 */
export async function openDatabases(
  adminUrl: string,
  { databasePasswords }: Pick<Secrets, 'databasePasswords'>,
): Promise<Record<ServiceName, string>> {
  await as(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await admin.query(`create database ${database}`)
  })
  const urlOf = (user?: ServiceName) => {
    const url = Object.assign(new URL(adminUrl), { pathname: database })
    return user ? Object.assign(url, { username: roleOf(user), password: databasePasswords[user] }) : url
  }
  await as(urlOf().href, async (admin) => {
    await admin.query(databaseSql)
    await renameAnalytics(admin)
    for (const name of services) await admin.query(roleSql(roleOf(name), databasePasswords[name]))
  })
  const urls = services.map((name) => [name, urlOf(name).href] as const)
  return Object.fromEntries(urls) as Record<ServiceName, string>
}

/** The role of a service. */
export const roleOf = (name: string): string => name.replaceAll('-', '_')

/** What services share. */
export const databaseSql = `revoke all on database ${database} from public; revoke create on schema public from public;
create extension if not exists pg_trgm; create extension if not exists unaccent;
`

/**
 * Makes a service's role and schemas, or gives the role another password. Runs as a superuser, and as the owner of the database
 * who may create roles: that one is a member of the role while it makes schemas.
 * @param password itself, or its verifier (`SCRAM-SHA-256$…`); without one the role's stays as it is
 */
export function roleSql(name: string, password?: string): string {
  const role = escapeIdentifier(name)
  const schemas = [name, `${name}_migrations`].map(
    (schema) => `create schema if not exists ${escapeIdentifier(schema)} authorization ${role};`,
  )
  return `do $$ begin create role ${role}; exception when duplicate_object then null; end $$;
${password === undefined ? '' : `alter role ${role} login password ${escapeLiteral(password)};\n`}revoke create on database ${database} from ${role}; grant connect, temporary on database ${database} to ${role};
grant ${role} to current_user; ${schemas.join(' ')} revoke ${role} from current_user;
`
}

/** Makes the second login of a service, which rotations of passwords make, or gives it another password. Runs like `roleSql`. */
export function secondLoginSql(name: string, password: string): string {
  const [first, second] = [name, `${name}_next`].map(escapeIdentifier)
  return `do $$ begin create role ${second} in role ${first}; exception when duplicate_object then null; end $$;
alter role ${second} set role to ${first}; alter role ${second} login password ${escapeLiteral(password)};
`
}

/** Renames role and schemas of states that are older than the name release-health. A service may be called analytics today. */
async function renameAnalytics(admin: Client): Promise<void> {
  const has = async (query: string, name: string) => ((await admin.query(query, [name])).rowCount ?? 0) > 0
  const isRole = (name: string) => has('select from pg_roles where rolname = $1', name)
  const isSchema = (name: string) => has('select from pg_namespace where nspname = $1', name)
  if ((await isRole('analytics')) && !(await isRole('release_health')))
    await admin.query('alter role analytics rename to release_health')
  for (const suffix of ['', '_migrations'])
    if ((await isSchema(`analytics${suffix}`)) && !(await isSchema(`release_health${suffix}`)))
      await admin.query(`alter schema analytics${suffix} rename to release_health${suffix}`)
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  // A lost connection fails the next query; without a listener it would end the process.
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
