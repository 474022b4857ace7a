import { Client } from 'pg'
import { scramVerifier } from '@mallhive/service-kit/scram-verifier'
import { expect, inject, onTestFinished, test } from 'vitest'

import { roleSql, secondLoginSql } from './databases.ts'

test('an owner who is no superuser makes roles that sign in by two logins and own their schemas, also twice', async () => {
  const admin = await connect(inject('engines').postgresUrl)
  const { rowCount } = await admin.query(`select from pg_database where datname = 'mallhive'`)
  if (!rowCount) await admin.query('create database mallhive')
  const suffix = process.pid
  const [owner, service] = [`owner_${suffix}`, `service_${suffix}`]
  await admin.query(`create role ${owner} login createrole password 'owner'; grant create on database mallhive to ${owner} with grant option;
    grant connect, temporary on database mallhive to ${owner} with grant option`)
  const at = (user: string, password: string) =>
    Object.assign(new URL(inject('engines').postgresUrl), { username: user, password, pathname: 'mallhive' })
      .href
  const asOwner = await connect(at(owner, 'owner'))
  for (const password of ['first', 'second']) await asOwner.query(roleSql(service, scramVerifier(password)))
  await expect(connect(at(service, 'first'))).rejects.toThrow(/password/)
  const asService = await connect(at(service, 'second'))
  await asService.query(`create table ${service}.it (id int)`)
  await expect(asService.query('create schema other')).rejects.toThrow(/permission denied/)
  await expect(asOwner.query(`select from ${service}.it`)).rejects.toThrow(/permission denied/)

  await asOwner.query(roleSql(service) + secondLoginSql(service, scramVerifier('third')))
  await connect(at(service, 'second'))
  const asNext = await connect(at(`${service}_next`, 'third'))
  await asNext.query(`create table ${service}.more as select * from ${service}.it`)
  await asService.query(`drop table ${service}.more`)
})

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}
