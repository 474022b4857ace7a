import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { request } from 'undici'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { wipeState } from '../mall/wipe-state.ts'
import { type MailEngine, openMail } from './mail.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-mail-'))
let mail: MailEngine
beforeAll(async () => {
  mail = await openMail({ stateDir, logDir: join(stateDir, 'logs'), durable: false })
})
afterAll(async () => {
  await mail.part?.stop()
  wipeState(stateDir)
})

const status = async (headers: Record<string, string>, method: 'GET' | 'DELETE' = 'GET') => {
  const answer = await request(`http://127.0.0.1:${mail.webPort}/api/email`, { method, headers })
  await answer.body.dump()
  return answer.statusCode
}
const own = () => `http://localhost:${mail.webPort}`

test('programs, the inbox’s own pages and links to it are answered', async () => {
  const host = `localhost:${mail.webPort}`
  expect(await status({})).toBe(200)
  expect(await status({ host, origin: own(), 'sec-fetch-site': 'same-origin' })).toBe(200)
  const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect(await status({ host, ...link })).toBe(200)
})

test('no script of another site, of the mall or of a rebound name reads or deletes mail', async () => {
  for (const origin of [
    'https://evil.example',
    'http://localhost:4000',
    'http://preview.localhost:4000',
    'null',
  ]) {
    expect(await status({ origin })).toBe(403)
    expect(await status({ origin }, 'DELETE')).toBe(403)
  }
  expect(await status({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' })).toBe(403)
  expect(await status({ host: `evil.example:${mail.webPort}` })).toBe(403)
})
