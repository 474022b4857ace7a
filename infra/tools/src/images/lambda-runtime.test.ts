import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { infraDir } from '../paths.ts'
import { type Posted, playLambda } from './play-lambda.ts'

const handlers = {
  'double.mjs':
    'export const handler = async ({ n }) => { if (!n) throw new TypeError("no n"); return { n: n * 2 } }',
  'broken.mjs': 'throw new Error("cannot start")',
}

/** Runs a handler by our runtime. Returns what it has posted. */
async function invoke(handler: keyof typeof handlers, events: unknown[]): Promise<Posted> {
  const dir = mkdtempSync(join(tmpdir(), 'mallhive-lambda-'))
  writeFileSync(join(dir, handler), handlers[handler])
  const posted = await playLambda(events, async (api) => {
    const runtime = spawn(process.execPath, [join(infraDir, 'docker/lambda/runtime.mjs'), handler], {
      cwd: dir,
      env: { AWS_LAMBDA_RUNTIME_API: api },
      stdio: 'ignore',
    })
    return { ended: once(runtime, 'exit') }
  })
  rmSync(dir, { recursive: true })
  return posted
}

test('a handler is called with one event after the other, and one that fails does not stop those after it', async () => {
  expect(await invoke('double.mjs', [{ n: 2 }, {}, { n: 4 }])).toEqual([
    ['/invocation/0/response', { n: 4 }],
    [
      '/invocation/1/error',
      { errorType: 'TypeError', errorMessage: 'no n', stackTrace: expect.arrayContaining([]) },
    ],
    ['/invocation/2/response', { n: 8 }],
  ])
})

test('a module that cannot be loaded is reported to Lambda', async () => {
  expect(await invoke('broken.mjs', [])).toMatchObject([['/init/error', { errorMessage: 'cannot start' }]])
})
