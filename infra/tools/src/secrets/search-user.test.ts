import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'

import { searchRole } from '../../../local/src/engines/search-role.ts'
import type { Aws } from './aws.ts'
import { firstValue } from './values.ts'
import { replaceAdministrator, searchUser } from './search-user.ts'

const administrator = JSON.stringify({ username: 'administrator', password: 'from "the" state' })

/** Secrets Manager and OpenSearch, as far as they are asked. */
function account(opensearchUrl = 'https://search:p@s.example') {
  const secrets = new Map([
    ['mallhive/dev/search', JSON.stringify({ OPENSEARCH_URL: opensearchUrl })],
    ['mallhive/dev/search-administrator', administrator],
  ])
  const calls: [string, unknown][] = []
  const aws: Aws = async ([, verb = ''], input) => {
    const { SecretId = '', SecretString = '' } = input as Record<string, string>
    calls.push([verb, input])
    if (verb === 'put-secret-value') secrets.set(SecretId, SecretString)
    return { SecretString: secrets.get(SecretId) }
  }
  return { aws, secrets, calls }
}

test('curl gives the user of the service its role, its password and the role to it, as the administrator', async () => {
  const requests: unknown[] = []
  const server = createServer((request, response) => {
    const { method, url, headers } = request
    const record = async () => {
      requests.push([method, url, headers.authorization, JSON.parse(await text(request))])
      response.end('{}')
    }
    void record()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const config = await searchUser('dev', account(urlOf(port, 'search', 'a-Z1')).aws)
    await new Promise<void>((resolve, reject) => {
      const curl = execFile('curl', ['--config', '-'], (error) => (error ? reject(error) : resolve()))
      curl.stdin?.end(config)
    })
  } finally {
    server.close()
  }
  const by = `Basic ${Buffer.from('administrator:from "the" state').toString('base64')}`
  const api = '/_plugins/_security/api'
  expect(requests).toEqual([
    ['PUT', `${api}/roles/search`, by, searchRole],
    ['PUT', `${api}/internalusers/search`, by, { password: 'a-Z1' }],
    ['PUT', `${api}/rolesmapping/search`, by, { users: ['search'] }],
  ])
})

test("the administrator's secret changes once OpenSearch has taken the password", async () => {
  const { aws, secrets, calls } = account()
  const refusing: Aws = (command, input) =>
    command[0] === 'opensearch'
      ? Promise.reject(new Error('the domain is being changed'))
      : aws(command, input)
  await expect(replaceAdministrator('dev', refusing)).rejects.toThrow('changed')
  expect(secrets.get('mallhive/dev/search-administrator')).toBe(administrator)

  await replaceAdministrator('dev', aws)
  const { username, password } = JSON.parse(secrets.get('mallhive/dev/search-administrator') ?? '')
  expect(calls).toContainEqual([
    'update-domain-config',
    {
      DomainName: 'mallhive-dev',
      AdvancedSecurityOptions: {
        MasterUserOptions: { MasterUserName: username, MasterUserPassword: password },
      },
    },
  ])
  expect(password).not.toBe(JSON.parse(administrator).password)
})

test('passwords of OpenSearch have each kind of character that it demands', () => {
  const search = { name: 'search', part: 'search' } as const
  const engines = {
    database: { address: '' },
    cache: { address: '' },
    search: { endpoint: 'https://vpc-s.example' },
  }
  const url = new URL(firstValue('OPENSEARCH_URL', search, { environment: 'dev', engines }) ?? '')
  expect([url.username, url.host]).toEqual(['search', 'vpc-s.example'])
  for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/, /.{32}/])
    expect(decodeURIComponent(url.password)).toMatch(kind)
})

test('a refused role ends the requests, and curl says so', async () => {
  const requests: string[] = []
  const server = createServer(({ url = '' }, response) => {
    requests.push(url)
    response.writeHead(403).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const config = await searchUser('dev', account(urlOf(port, 'search', 'a-Z1')).aws)
  const ended = new Promise((resolve) => {
    execFile('curl', ['--config', '-'], (error) => resolve(error?.code)).stdin?.end(config)
  })
  expect(await ended).toBe(22)
  expect(requests).toEqual(['/_plugins/_security/api/roles/search'])
  server.close()
})

const urlOf = (port: number, username: string, password: string) =>
  Object.assign(new URL(`http://127.0.0.1:${port}`), { username, password }).href
