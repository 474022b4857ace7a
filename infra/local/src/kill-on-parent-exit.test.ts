import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { identityOf } from './mall/process-identity.ts'

const owner = `
  import { spawn } from 'node:child_process'
  import { killOnParentExit } from ${JSON.stringify(import.meta.resolve('./kill-on-parent-exit.ts'))}
  for (const name of ['one', 'two']) {
    const part = spawn('/bin/sh', ['-c', 'sleep 600 & echo $! $$; wait'], { detached: true, stdio: ['ignore', 'inherit', 'ignore'] })
    killOnParentExit(part.pid)
  }
  console.log('watched')
  setInterval(() => {}, 1000)
`

test('when the supervisor is killed, its parts and their child processes end', async () => {
  const supervisor = spawn(process.execPath, ['--input-type=module-typescript', '-e', owner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  supervisor.stdout.on('data', (chunk) => (output += chunk))
  const words = () => output.trim().split(/\s+/)
  while (words().length < 5 || !words().includes('watched')) await sleep(10)
  const pids = words().map(Number).filter(Boolean)
  expect(pids.map((pid) => identityOf(pid))).not.toContain(undefined)
  supervisor.kill('SIGKILL')
  await once(supervisor, 'exit')
  await expect.poll(() => pids.filter((pid) => identityOf(pid)), { timeout: 5000 }).toEqual([])
})
