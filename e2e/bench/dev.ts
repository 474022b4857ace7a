import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

import { chromium } from '@playwright/test'

import { targetMall } from '@mallhive/infra-local/bench/target-mall'

import { launchOptions } from '../fixtures/chromium.ts'

// Measures the time from saving a file to the refreshed page in a running mall, where only the changed micro frontend is built.
// The server must render the same text that the page shows.
const saves = Number(process.env['SAVES'] ?? 10)
const kit = join(import.meta.dirname, '../../packages/release-kit')
await using resources = new AsyncDisposableStack()

const { PREVIEW_ORIGIN: origin = '', ...env } = await targetMall(resources)
// The copy is inside the package so that it resolves the same dependencies.
const root = mkdtempSync(join(kit, 'dist/dev-bench-'))
resources.defer(() => rmSync(root, { recursive: true }))
cpSync(join(kit, 'fixtures/hello'), root, { recursive: true, filter: (path) => !path.endsWith('/dist') })
const port = await devServer()

const browser = await chromium.launch(launchOptions)
resources.defer(() => browser.close())
const page = await browser.newPage()
await page.goto(`${origin}/hello/you?mall-pin=hello@http://localhost:${port}`)
await page.getByText('hello you').waitFor()

const tookMs: number[] = []
const said: Record<string, string> = { 'src/hello-box.tsx': 'hello', 'src/router.ts': 'hello' }
for (let save = 1; save <= saves; save++) {
  const next = `salut${save}`
  const began = performance.now()
  // Changes the page and its API in turn: the page shows text of both.
  const [file, seen] = save % 2 ? ['src/hello-box.tsx', next] : ['src/router.ts', `${next} you`]
  replaceIn(file, said[file] ?? '', next)
  await page.getByText(seen, { exact: true }).waitFor()
  tookMs.push(performance.now() - began)
  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  if (!html.includes(seen)) throw new Error('the server renders something else')
  said[file] = next
}
const sorted = tookMs.toSorted((a, b) => a - b).map(Math.round)
console.log(JSON.stringify({ saves, medianMs: sorted[Math.floor(saves / 2)], slowestMs: sorted.at(-1) }))

function replaceIn(file: string, from: string, to: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replace(new RegExp(`(?<=[>\`])${from}`), to))
}

/** Starts `mall dev` and returns its port. */
async function devServer(): Promise<number> {
  const args = [join(kit, 'src/bin.ts'), 'dev', root, '--json']
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  resources.defer(() => void child.kill())
  for await (const line of createInterface({ input: child.stdout })) {
    const { port: taken }: { port?: number } = JSON.parse(line)
    if (taken) return taken
  }
  throw new Error('mall dev ended')
}
