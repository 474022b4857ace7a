import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { parseDescriptor } from '@mallhive/release-runtime/descriptor'
import { sha384 } from '@mallhive/release-runtime/integrity'
import { openDevServer } from './dev-server.ts'
import { openDev } from './dev.ts'

// Inside the package, so that the copy resolves the same dependencies.
const kit = join(import.meta.dirname, '../..')
mkdirSync(join(kit, 'dist'), { recursive: true })
const root = mkdtempSync(join(kit, 'dist/dev-'))
cpSync(join(kit, 'fixtures/hello'), root, { recursive: true, filter: (path) => !path.endsWith('/dist') })

/** The dev server's callbacks in order: hashes of releases, and problems. */
const told: string[] = []
const tell = (what: string) => void told.push(what)
const resources = new AsyncDisposableStack()
resources.defer(() => rmSync(root, { recursive: true }))
afterAll(() => resources.disposeAsync())

/** Saves a file with a part of it replaced. */
function save(file: string, from: string, to: string): void {
  const path = join(root, file)
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(from, to))
}

test('a saved change is served in all three bundles; a failed build changes nothing', async () => {
  const options = {
    root,
    onRelease: ({ hash }: { hash: string }) => tell(hash),
    onProblem: tell,
    onTypeProblem: tell,
  }
  const server = resources.use(await openDev({ ...options, port: 4485 }))
  await server.first
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}/${path}`)
  const listen = async () => (await get('events')).body?.pipeThrough(new TextDecoderStream()).getReader()
  const events = await listen()
  const nextEvent = async (reader = events) => (await reader?.read())?.value ?? ''
  /** Reads events until one matches: a save may cause two builds with an event each. */
  const eventMatching = async (message: RegExp): Promise<unknown> =>
    message.test(await nextEvent()) || eventMatching(message)
  expect(await nextEvent()).toBe(`data: ${told[0]}\n\n`)

  const first = await (await get('release.json')).text()
  const release = parseDescriptor(first, 'hello', `0.0.0-dev.${server.port}.${told[0]}`)
  for (const [path, hash] of Object.entries(release.integrity)) {
    const bytes = new Uint8Array(await (await get(path)).arrayBuffer())
    expect({ path, hash: sha384(bytes) }).toEqual({ path, hash })
  }

  const text = async (path: string) => (await get(path)).text()
  const eventually = (what: () => unknown) => expect.poll(what, { timeout: 20_000 })
  const holds = (path: string, words: string) =>
    eventually(async () => (await text(path)).includes(words)).toBe(true)

  save('src/hello-box.tsx', '>hello<', '>salut<')
  await holds('ssr/remoteEntry.js', 'salut')
  await eventMatching(/^data: [\da-f]{12}\n/)
  save('src/router.ts', 'hello $', 'salut $')
  await holds('bff/main.cjs', 'salut $')

  const good = await text('release.json')
  save('src/router.ts', 'export const', 'export const const')
  await eventually(() => told.at(-1)).toMatch(/src\/router\.ts:\d+/)
  await eventMatching(/^event: problem\ndata: .*src\/router\.ts:\d+/m)
  save('src/hello-box.tsx', 'return', 'return ]')
  await eventually(() => told.at(-1)).toMatch(/hello-box\.tsx:4/)
  expect(await text('release.json')).toBe(good)
  const late = /^data: [\da-f]{12}\n\nevent: problem\n(data: .*\n)*data: .*hello-box\.tsx:4/
  expect(await nextEvent(await listen())).toMatch(late)
  save('src/hello-box.tsx', 'return ]', 'return')
  save('src/router.ts', 'const const', 'const')
  await eventually(() => told.at(-1)).toBe(JSON.parse(good).version.split('.').at(-1))
  expect(await nextEvent(await listen())).toBe(`data: ${told.at(-1)}\n\n`)

  // Hosts load a version once: another route must change the version.
  save('mall.config.ts', '/hello/:who', '/salut/:who')
  await holds('release.json', '/salut/:who')
  expect(JSON.parse(await text('release.json')).version).not.toBe(JSON.parse(good).version)
}, 60_000)

test('type errors are shown beside the release, which they do not stop, until they are fixed', async () => {
  const problems: string[] = []
  const server = resources.use(
    await openDev({
      root,
      port: 4489,
      onRelease: () => {},
      onProblem: () => {},
      onTypeProblem: (problem) => void problems.push(problem),
    }),
  )
  await server.first
  const get = (path: string) => fetch(`http://127.0.0.1:${server.port}/${path}`)
  /** The first event of a new connection. */
  const now = async () => {
    const reader = (await get('events')).body?.pipeThrough(new TextDecoderStream()).getReader()
    const { value = '' } = (await reader?.read()) ?? {}
    await reader?.cancel()
    return value
  }

  // Types alone differ: the bundles stay as they are.
  save('src/router.ts', 'export const', 'export const wrong: number = String(1)\nexport const')
  await expect
    .poll(now, { timeout: 20_000 })
    .toMatch(/^event: problem\ndata: src\/router\.ts:\d+: Type 'string'/m)
  expect(problems).toEqual([expect.stringContaining('(TS2322)')])
  expect((await get('release.json')).status).toBe(200)
  save('src/router.ts', 'export const wrong: number = String(1)\n', '')
  await expect.poll(now, { timeout: 20_000 }).toMatch(/^data: [\da-f]{12}\n\n$/)
}, 60_000)

test('a second dev server takes the next port that is free', async () => {
  const [one, two] = [await openDevServer(4487), await openDevServer(4487)]
  resources.use(one)
  resources.use(two)
  expect(two.port).toBeGreaterThan(one.port)
  expect((await fetch(`http://127.0.0.1:${two.port}/release.json`)).status).toBe(503)
})
