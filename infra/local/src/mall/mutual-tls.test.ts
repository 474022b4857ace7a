import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect } from 'node:http2'
import https, { get, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { connect as connectTls } from 'node:tls'
import { join } from 'node:path'
import { once } from 'node:events'
import { demandCertificates, showCertificate } from '@mallhive/process-kit/mutual-tls'
import { logger } from '@mallhive/process-kit/telemetry'
import { openPlatform } from '@mallhive/service-kit/service'
import { afterAll, expect, test } from 'vitest'

import { openAuthority, storeCertificate } from './certificates.ts'

const dir = mkdtempSync(join(tmpdir(), 'mallhive-tls-'))
afterAll(() => rmSync(dir, { recursive: true }))
const authority = await openAuthority()
const TLS_FOLDER = await storeCertificate(dir, authority, 'orders')
const bff = await storeCertificate(dir, authority, 'bff')

const reasons: string[] = []
const orders = createServer((_, response) => response.end('an order'))
demandCertificates(orders, { TLS_FOLDER, TLS_CALLERS: 'bff,shell' }, (reason) => reasons.push(reason))
await once(orders.listen(0, '127.0.0.1'), 'listening')
afterAll(() => void orders.close())
const { port } = orders.address() as AddressInfo
const ca = readFileSync(join(TLS_FOLDER, 'ca.pem'))

/** Asks orders with a certificate; throws when the connection is refused. */
async function ask(certificate: { cert?: string; key?: string; ca?: string } = {}): Promise<number> {
  const options = { host: '127.0.0.1', port, servername: 'orders.localhost', agent: false }
  const [response] = await once(request({ ...options, ca, ...certificate }).end(), 'response')
  response.resume()
  return response.statusCode
}

test('a part that may call is answered', async () => {
  expect(await ask(await authority.certify('bff'))).toBe(200)
})

test.each([
  ['no certificate', async () => ({}), /^no valid certificate: UNABLE_TO_GET_ISSUER_CERT$/],
  ['a certificate of another authority', foreign, /^no valid certificate: \w+$/],
  [
    'an expired certificate',
    () => authority.certify('bff', { until: new Date(Date.now() - 1000) }),
    /^no valid certificate: CERT_HAS_EXPIRED$/,
  ],
  [
    'the certificate of a part that may not call',
    () => authority.certify('catalog'),
    /^catalog may not call$/,
  ],
])('%s is refused', async (_, certificate, reason) => {
  reasons.length = 0
  await expect(ask(await certificate())).rejects.toMatchObject({ code: 'ECONNRESET' })
  await expect.poll(() => reasons).toEqual([expect.stringMatching(reason)])
})

async function foreign() {
  const other = await openAuthority()
  const { cert, key } = await other.certify('bff')
  return { cert, key }
}

test('a session is not taken up without the certificate that began it', async () => {
  const sessions: Buffer[] = []
  const options = { host: '127.0.0.1', port, ca, servername: 'orders.localhost' }
  const first = connectTls({ ...options, ...(await authority.certify('bff')) }).on('session', (it) =>
    sessions.push(it),
  )
  first.end('GET / HTTP/1.1\r\nhost: orders.localhost\r\nconnection: close\r\n\r\n')
  await once(first.resume(), 'close')
  const again = connectTls({ ...options, session: sessions.at(-1) })
  const answer: Buffer[] = []
  again.on('data', (it: Buffer) => answer.push(it)).on('error', () => {})
  again.write('GET / HTTP/1.1\r\nhost: orders.localhost\r\nconnection: close\r\n\r\n')
  await new Promise((resolve) => void again.on('close', resolve))
  expect(Buffer.concat(answer).toString()).toBe('')
})

test('a server whose certificate names another part is not asked', async () => {
  const { cert, key } = await authority.certify('bff')
  const options = { host: '127.0.0.1', port, servername: 'payments.localhost', agent: false }
  const asked = once(request({ ...options, ca, cert, key }).end(), 'response')
  await expect(asked).rejects.toMatchObject({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test('once a process shows its certificate, its requests are answered by name', async () => {
  showCertificate({ TLS_FOLDER: bff })
  const url = `https://orders.localhost:${port}`
  expect(await fetch(url).then((it) => it.text())).toBe('an order')
  const [response] = await once(get(url, { agent: https.globalAgent }), 'response')
  expect(response.resume().statusCode).toBe(200)
})

test('a service is asked by HTTP/2, as stock gRPC clients do', async () => {
  const log = logger('orders')
  log.level = 'silent'
  const secure = (server: Server) =>
    demandCertificates(server, { TLS_FOLDER, TLS_CALLERS: 'bff' }, () => {}, ['h2', 'http/1.1'])
  await using platform = openPlatform({ log, secure })
  const url = new URL(await platform.listen({ port: 0 }))
  const { cert, key } = await authority.certify('bff')
  const session = connect(`https://127.0.0.1:${url.port}`, { ca, cert, key, servername: 'orders.localhost' })
  const [headers] = await once(session.request({ ':path': '/readyz' }).end(), 'response')
  session.destroy()
  expect(headers[':status']).toBe(200)
})

test('plain HTTP is refused', async () => {
  await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
})
