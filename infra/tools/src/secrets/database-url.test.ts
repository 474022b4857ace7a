import { X509Certificate } from 'node:crypto'
import { chownSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPostgres, postgresHome } from '@mallhive/infra-local/engines/postgres'
import { openAuthority } from '@mallhive/infra-local/mall/certificates'
import { wipeState } from '@mallhive/infra-local/mall/wipe-state'
import { openDb } from '@mallhive/service-kit/db'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'

import { databaseAuthorities, databaseAuthoritiesPath } from '../images/database-authorities.ts'
import { firstValue } from './values.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-tls-'))
const server = await openPostgres({ stateDir, logDir: stateDir, durable: false })
afterAll(async () => {
  await server.part?.stop()
  wipeState(stateDir)
})

test('a part connects to a server whose certificate an authority of its image has signed, and to no other', async () => {
  const authority = await openAuthority()
  const certificate = await authority.certify('database', { host: 'localhost' })
  const stranger = await (await openAuthority()).certify('database')
  const fileOf = (name: string) => join(postgresHome(stateDir), name)
  const { uid, gid } = statSync(postgresHome(stateDir))
  for (const [name, pem] of Object.entries({ ...certificate, stranger: stranger.ca })) {
    writeFileSync(fileOf(name), pem, { mode: 0o600 })
    chownSync(fileOf(name), uid, gid)
  }
  await using own = openDb(server.url, { schema: {} })
  for (const [setting, value] of Object.entries({
    ssl: 'on',
    ssl_cert_file: fileOf('cert'),
    ssl_key_file: fileOf('key'),
  }))
    await own.execute(sql.raw(`alter system set ${setting} = '${value}'`))
  await own.execute(sql`select pg_reload_conf()`)

  const connect = async (authorities: string) => {
    await using db = openDb(addressOf(server.url, authorities), { schema: {} })
    const { rows } = await db.execute(sql`select ssl from pg_stat_ssl where pid = pg_backend_pid()`)
    return rows
  }
  await expect.poll(() => connect(fileOf('ca')).catch(() => [])).toEqual([{ ssl: true }])
  await expect(connect(fileOf('stranger'))).rejects.toMatchObject({
    cause: { code: 'CERT_SIGNATURE_FAILURE' },
  })
  await expect(connect(fileOf('none'))).rejects.toMatchObject({ cause: { code: 'ENOENT' } })
})

/** The address that a part of an empty environment is given, with the name and password of a server on this machine. */
function addressOf(own: string, authorities: string): string {
  const engines = {
    database: { address: 'localhost' },
    cache: { address: 'cache' },
    search: { endpoint: '' },
  }
  const first = firstValue(
    'DATABASE_URL',
    { name: 'orders', part: 'orders' },
    { environment: 'dev', engines },
  )
  const { username, password, port, pathname } = new URL(own)
  const url = new URL((first ?? '').replace(databaseAuthoritiesPath, authorities))
  return Object.assign(url, { username, password, port, pathname }).href
}

test('images hold the valid authorities of the region', () => {
  const names = databaseAuthorities().map(
    (pem) => /CN=(.*)/.exec(new X509Certificate(pem).subject)?.[1] ?? '',
  )
  expect(names.toSorted()).toEqual([
    'Amazon RDS eu-central-1 Root CA ECC384 G1',
    'Amazon RDS eu-central-1 Root CA RSA2048 G1',
    'Amazon RDS eu-central-1 Root CA RSA4096 G1',
  ])
})
