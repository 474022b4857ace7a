import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { expect, test } from 'vitest'

import { identityOf } from '../mall/process-identity.ts'
import { openOpensearch } from './opensearch.ts'

const supervisor = (stateDir: string) => `
  import { openOpensearch } from ${JSON.stringify(import.meta.resolve('./opensearch.ts'))}
  const options = ${JSON.stringify({ stateDir, logDir: stateDir, secret: 'right', isAdministrator: true })}
  const { url, port, part } = await openOpensearch(options)
  console.log(JSON.stringify({ port, pid: part.pid }))
  setInterval(() => {}, 1000)
`

test('a node ends with its supervisor, keeps what was written, and refuses requests without its password', async () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'opensearch-restart-'))
  using _ = { [Symbol.dispose]: () => rmSync(stateDir, { recursive: true, force: true }) }
  const owner = spawn(process.execPath, ['--input-type=module-typescript', '-e', supervisor(stateDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = (await once(createInterface({ input: owner.stdout }), 'line')) as [string]
  const { port, pid }: { port: number; pid: number } = JSON.parse(line)
  const ask = (path: string, password?: string, body?: object) =>
    fetch(`http://127.0.0.1:${port}/${path}`, {
      method: body ? 'PUT' : 'GET',
      headers: {
        'content-type': 'application/json',
        ...(password !== undefined && { authorization: `Basic ${btoa(`mall:${password}`)}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  expect((await ask('products-kept/_doc/1', 'right', { n: 1 })).status).toBe(201)
  expect((await ask('products-kept/_doc/1')).status).toBe(401)
  expect((await ask('products-kept/_doc/1', 'wrong')).status).toBe(401)
  expect((await ask('', 'right!')).status).toBe(401)

  owner.kill('SIGKILL')
  await expect.poll(() => identityOf(pid), { timeout: 30_000 }).toBeUndefined()
  // The search's role is enough for a node that finds data of before.
  const again = await openOpensearch({ stateDir, logDir: stateDir, port, secret: 'right' })
  const found = async () => (await ask('products-kept/_search', 'right')).json()
  try {
    await expect.poll(found).toMatchObject({ hits: { hits: [{ _source: { n: 1 } }] } })
  } finally {
    await again.part?.stop()
  }
}, 180_000)
