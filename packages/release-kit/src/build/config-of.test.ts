import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { configOf } from './config-of.ts'

// Inside the package, so that the declaration finds the kit.
const dist = join(import.meta.dirname, '../../dist')
mkdirSync(dist, { recursive: true })
const root = mkdtempSync(join(dist, 'config-'))
afterAll(() => rmSync(root, { recursive: true }))

let written = 0
async function refusalOf(text: string): Promise<string[]> {
  // A module is loaded once per time of its last change.
  const folder = join(root, `${++written}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'page.tsx'), '')
  writeFileSync(join(folder, 'mall.config.ts'), text)
  const error = await configOf(folder).catch((it: unknown) => it)
  expect(error).toMatchObject({ reason: 'INVALID' })
  const [first, ...problems] = String(error).split('\n  ')
  expect(first).toContain(join(basename(folder), 'mall.config.ts is refused'))
  return problems
}

const define = (fields: string) =>
  `import { defineMicroFrontend } from '@mallhive/mfe-kit/config'\nexport default defineMicroFrontend({ name: 'gifts', ${fields} })`

test('a mistake in mall.config.ts is reported with its field, the expected value and a suggestion', async () => {
  expect(await refusalOf(define(`exposes: { page: './page.tsx' }, rutes: {}`))).toEqual([
    'rutes: there is no such field. Did you mean "routes"?',
  ])
  expect(
    await refusalOf(define(`exposes: { 'gifts-page': './page.tsx' }, routes: { '/gifts': 'gift-page' }`)),
  ).toEqual(['routes./gifts: "gift-page" is not exposed. Did you mean "gifts-page"?'])
  expect(
    await refusalOf(define(`exposes: { 'gifts-box': './page.tsx' }, onEveryPage: ['gift-box']`)),
  ).toEqual(['onEveryPage: "gift-box" is not exposed. Did you mean "gifts-box"?'])
  expect(await refusalOf(define(`exposes: { page: 'page.tsx' }, routes: { gifts: 'page' }`))).toEqual([
    'exposes.page: start with ./ or ../',
    'routes.gifts: use a path of names and :params, such as /p/:slug',
  ])
  expect(await refusalOf(define(`exposes: { page: './pages.tsx' }`))).toEqual([
    'exposes.page: there is no file ./pages.tsx',
  ])
  expect(await refusalOf('export const config = {}')).toEqual([
    'it needs `export default defineMicroFrontend({ … })` from @mallhive/mfe-kit/preset',
  ])
  expect(await refusalOf(define(`budgetKb: '60'`))).toEqual([
    'exposes: an object is missing',
    'budgetKb: expected number, received string',
  ])
  expect(await refusalOf(`import './nowhere.ts'`)).toEqual([
    expect.stringMatching(/^it cannot be loaded: .*nowhere\.ts/),
  ])
})

test('a syntax error is reported with its line', () => {
  const folder = join(root, 'syntax')
  mkdirSync(folder)
  writeFileSync(join(folder, 'mall.config.ts'), define(`exposes: { page './page.tsx' }`))
  // In a process of its own: here vitest transforms modules instead of Node.
  const load = `import { configOf } from ${JSON.stringify(join(import.meta.dirname, 'config-of.ts'))}
    await configOf(${JSON.stringify(folder)}).catch((error) => console.log(error.message))`
  const shown = execFileSync(process.execPath, ['--input-type=module', '-e', load], { encoding: 'utf8' })
  expect(shown).toContain('it cannot be loaded: line 2: SyntaxError')
})
