import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRelease } from './build.ts'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import { parseDescriptor } from '@mallhive/release-runtime/descriptor'
import { runBundle } from '@mallhive/release-runtime/registry/run-bundle'

const fixture = join(import.meta.dirname, '../fixtures/hello')
// Inside the package, so that the copies resolve the same dependencies.
mkdirSync(join(import.meta.dirname, '../dist'), { recursive: true })
const elsewhere = mkdtempSync(join(import.meta.dirname, '../dist/hello-'))
let built: BuiltRelease

beforeAll(async () => {
  cpSync(fixture, join(elsewhere, 'a'), { recursive: true })
  built = await buildRelease({ root: join(elsewhere, 'a'), version: '1.5.0' })
}, 60_000)
afterAll(() => rmSync(elsewhere, { recursive: true }))

const read = (file: string) => readFileSync(join(built.dir, file), 'utf8')

test('the same sources on another path give the same bytes', async () => {
  cpSync(fixture, join(elsewhere, 'b'), { recursive: true })
  const again = await buildRelease({ root: join(elsewhere, 'b'), version: '1.5.0' })
  expect(again.descriptor).toEqual(built.descriptor)
}, 60_000)

test('the descriptor passes its own validation', () => {
  expect(parseDescriptor(read('release.json'), 'hello', '1.5.0')).toEqual(built.descriptor)
})

test('each expose lists the files of its first paint, and lazy chunks have a hash too', () => {
  const { exposes, integrity } = built.descriptor
  expect(exposes['hello-box']?.css).toHaveLength(1)
  const firstPaint = new Set(Object.values(exposes).flatMap(({ js, css }) => [...js, ...css]))
  const lazy = Object.keys(integrity).filter(
    (file) => file.startsWith('web/') && read(file).includes('"later"'),
  )
  expect(lazy.length).toBeGreaterThan(0)
  expect(lazy.some((file) => firstPaint.has(file))).toBe(false)
})

test('server markup and style sheet agree on class names, which are the release’s own', () => {
  const [sheet = ''] = built.descriptor.exposes['hello-box']?.css ?? []
  const className = /\.(box_[\w-]+)/.exec(read(sheet))?.[1]
  expect(className).toBeDefined()
  expect(read('ssr/remoteEntry.js')).toContain(className)
})

test('both containers export what a host calls', () => {
  expect(read('web/remoteEntry.js')).toMatch(/export\s*\{.*\bget\b.*\binit\b.*\}/)
  expect(Object.keys(runBundle(read('ssr/remoteEntry.js'), 'ssr/remoteEntry.js')).toSorted()).toEqual([
    'get',
    'init',
  ])
})

test('the browser’s container loads an expose from its file, and later one whose file could not be loaded', async () => {
  const file = join(built.dir, built.descriptor.exposes['hello-box']?.js[0] ?? '')
  const shared = `{ get: () => () => ({}), loaded: true }`
  // A process of its own, because Vitest resolves imports itself.
  const program = `
    import { rename } from 'node:fs/promises'
    const { init, get } = await import(${JSON.stringify(pathToFileURL(join(built.dir, built.descriptor.web)).href)})
    await init({ react: { 1: ${shared} }, 'react/jsx-runtime': { 1: ${shared} } })
    await rename(${JSON.stringify(file)}, ${JSON.stringify(`${file}.away`)})
    const failed = await get('./hello-box').catch(({ code }) => code)
    await rename(${JSON.stringify(`${file}.away`)}, ${JSON.stringify(file)})
    const factory = await get('./hello-box')
    console.log(failed, typeof factory().default)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program])
  expect(stdout.trim()).toBe('ERR_MODULE_NOT_FOUND function')
})

test('the server side is one file, and no bundle contains the path of its build folder', () => {
  const files = Object.keys(built.descriptor.integrity)
  expect(files.filter((file) => file.startsWith('ssr/'))).toEqual(['ssr/remoteEntry.js'])
  expect(files.filter((file) => read(file).includes(elsewhere))).toEqual([])
})

test('an expose that every page shows is part of the container, with its styles, and the others are not', async () => {
  const root = join(elsewhere, 'c')
  cpSync(fixture, root, { recursive: true })
  const config = join(root, 'mall.config.ts')
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace('routes:', "onEveryPage: ['hello-box'], routes:"),
  )
  const { dir, descriptor } = await buildRelease({ root, version: '1.5.0' })
  const box = descriptor.exposes['hello-box']
  expect([box?.js, box?.css.length]).toEqual([[], 1])
  expect(descriptor.exposes['hello-page']?.js).toHaveLength(1)
  const container = readFileSync(join(dir, 'web/remoteEntry.js'), 'utf8')
  const [className] = /box_[\w-]+/.exec(readFileSync(join(dir, box?.css[0] ?? ''), 'utf8')) ?? []
  expect(container).toContain(className)
  expect(container).not.toContain('data-page')
}, 60_000)
