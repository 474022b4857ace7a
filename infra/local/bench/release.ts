import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { storeFromEnv } from '@mallhive/release-runtime/store'

import { copyWorkspace } from '../src/teams/workspace-copy.ts'
import { targetMall } from './target-mall.ts'

// Measures the time from a command until the edge serves HTML of the wanted version: creating a micro frontend, releasing a
// version of it, and rolling back. Uses the running mall, or else a temporary one. The commands run in a copy of this checkout.
const name = `bench-t${Date.now().toString(36)}`
const giveUpMs = 120_000
await using resources = new AsyncDisposableStack()

const env = await targetMall(resources)
const origin = env['PUBLIC_ORIGIN'] ?? ''
const copy = resources.use(await copyWorkspace())
resources.defer(forget)

const newToLiveMs = await msUntil('0.1.0', () => copy.mall(['new', name], env))
raiseVersion('0.2.0')
const publishToLiveMs = await msUntil('0.2.0', async () => {
  await copy.mall(['publish', name], env)
  await copy.mall(['promote', name, '0.2.0'], env)
})
const rollbackMs = await msUntil('0.1.0', () => copy.mall(['rollback', name], env))
console.log(JSON.stringify({ publishToLiveMs, rollbackMs, newToLiveMs }))

/** Runs `act` and returns the time in ms from its start until the edge serves server-rendered HTML of the version. */
async function msUntil(version: string, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  console.error(`${version}: reported live after ${Math.round(performance.now() - began)} ms`)
  while (!(await isServed(version))) {
    if (performance.now() - began > giveUpMs) throw new Error(`${version} was not live after ${giveUpMs} ms`)
    await sleep(20)
  }
  return Math.round(performance.now() - began)
}

async function isServed(version: string): Promise<boolean> {
  const answer = await fetch(`${origin}/${name}`)
  const html = await answer.text()
  return answer.status === 200 && html.includes('<h1>') && html.includes(`/mfe/${name}/${version}/`)
}

function raiseVersion(version: string): void {
  const file = join(copy.dir, `mfe-${name}/package.json`)
  writeFileSync(file, readFileSync(file, 'utf8').replace('"0.1.0"', `"${version}"`))
}

/** Deletes the micro frontend's objects; a running mall keeps serving it from memory until it is started again. */
async function forget(): Promise<void> {
  using store = storeFromEnv(env)
  for (const { key } of await store.list(`mfe/${name}/`)) await store.remove(key)
}
