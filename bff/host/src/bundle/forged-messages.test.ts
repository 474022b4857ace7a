import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { callOf, startTestProcess, testScope } from './testing.ts'

const forger = fileURLToPath(new URL('../../fixtures/forger.mjs', import.meta.url))

test.each([
  'a response to a call that is not in flight',
  'two responses to one call',
  'a service call in a call that is not in flight',
  'a cookie in a call that is not in flight',
  'a cookie that sets another',
  'a guest in a call that is not in flight',
  'a second ready',
  'a pong without a ping',
  'a message of another kind',
  'no JSON',
  'a frame of four gigabytes',
  'a head longer than its frame',
  'more requests than a call may make',
])('%s ends the process that sent it', async (forgery) => {
  const bundle = await startTestProcess('', { spawn: () => spawn(process.execPath, [forger, forgery]) })
  const call = bundle.call(callOf('x'), testScope())
  expect(await bundle.ended).toMatchObject({ kind: 'MALFORMED' })
  await call.catch(() => {})
})

test('a process that closes the channel has ended, and its calls fail', async () => {
  const spawnForger = () => spawn(process.execPath, [forger, 'the end of the channel'])
  const bundle = await startTestProcess('', { spawn: spawnForger })
  await expect(bundle.call(callOf('x'), testScope())).rejects.toMatchObject({ kind: 'EXITED' })
})
