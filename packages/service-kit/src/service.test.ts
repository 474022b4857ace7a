import { fork } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

const fixture = new URL('../fixtures/echo-service.ts', import.meta.url)

test('SIGTERM lets a running request finish, then ends the process with 0', async () => {
  const child = fork(fixture, { env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent' } })
  const [{ listening }] = await once(child, 'message')
  const slow = fetch(`${listening}/slow`).then((answer) => answer.text())
  await fetch(`${listening}/healthz`)
  child.kill('SIGTERM')
  const [code] = await once(child, 'exit')
  expect(await slow).toBe('done')
  expect(code).toBe(0)
})

test('a service that cannot start says why and exits with 1', async () => {
  const env = { ...process.env, PORT: '0', REFUSE: 'no database here' }
  const child = fork(fixture, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  let output = ''
  child.stdout?.on('data', (chunk) => (output += String(chunk)))
  const [code] = await once(child, 'exit')
  expect(code).toBe(1)
  expect(output).toContain('no database here')
})
