import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { references } from './write.ts'

test.each(Object.entries(references))('%s is current; `npm run reference` writes it', (path, text) => {
  expect(readFileSync(join(rootDir, path), 'utf8')).toBe(text())
})
