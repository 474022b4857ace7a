import { once } from 'node:events'
import { mkdtempSync, openSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { spawnBundle } from './spawn-bundle.ts'
import { startTestProcess } from './testing.ts'

test('a bundle’s process inherits only its three pipes and has a lower priority', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'spawn-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  openSync(join(folder, 'open-in-the-host'), 'w')
  const bundle = await startTestProcess('exports.perMinute = {}; exports.handle = async () => new Response()')
  onTestFinished(() => bundle.end())
  const open = readdirSync(`/proc/${bundle.pid}/fd`).map((fd) => [
    Number(fd),
    readlinkSync(`/proc/${bundle.pid}/fd/${fd}`),
  ])
  const reaching = open.filter(([, target]) => !/^(anon_inode:|pipe:|\/dev\/null)/.test(String(target)))
  expect(reaching.map(([fd]) => fd)).toEqual([0, 1, 2])
  expect(getPriority(bundle.pid)).toBe(5)
})

test('a bundle’s process ends with the host', async () => {
  const child = spawnBundle('team@1.0.0', 256e6)
  child.stdin.end()
  expect(await once(child, 'exit')).toEqual([0, null])
})
