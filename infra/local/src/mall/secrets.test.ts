import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, onTestFinished, test } from 'vitest'

import { secretsOf } from './secrets.ts'

test('an older state keeps its secrets and gets missing ones once', () => {
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-secrets-'))
  onTestFinished(() => rmSync(stateDir, { recursive: true }))
  const { awsSecret: _later, ...earlier } = secretsOf(stateDir)
  const file = join(stateDir, 'secrets.json')
  const { cart: _cart, ...databasePasswords } = earlier.databasePasswords
  writeFileSync(file, JSON.stringify({ ...earlier, databasePasswords }))

  const completed = secretsOf(stateDir)
  expect(completed).toMatchObject({ ...earlier, databasePasswords })
  expect(completed.awsSecret).toMatch(/^[\da-f]{48}$/)
  expect(completed.databasePasswords.cart).toMatch(/^[\da-f]{48}$/)
  const written = readFileSync(file, 'utf8')
  expect(secretsOf(stateDir)).toEqual(completed)
  expect(readFileSync(file, 'utf8')).toBe(written)
})
