import { existsSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fontFiles } from './font-files.ts'

const file = (path: string) => new URL(`..${path}`, import.meta.url)

test('two font files, 70 KB in all', () => {
  expect(fontFiles).toHaveLength(2)
  expect(fontFiles.reduce((sum, path) => sum + statSync(file(path)).size, 0)).toBeLessThanOrEqual(70_000)
})

test('the preloaded files are those of the style sheet', () => {
  const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8')
  const asked = [...css.matchAll(/url\('([^']+)'\)/g)].map(([, path]) => path)
  expect(asked).toEqual([...fontFiles])
  expect(fontFiles.every((path) => existsSync(file(path)))).toBe(true)
})
