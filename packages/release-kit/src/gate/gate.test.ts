import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCorpus } from './fixtures/corpus.ts'
import type { Corpus } from './fixtures/corpus.ts'
import { harmful } from './fixtures/harmful.ts'
import { harmless } from './fixtures/harmless.ts'

const dist = join(import.meta.dirname, '../../dist')
let corpus: Corpus

beforeAll(async () => {
  mkdirSync(dist, { recursive: true })
  corpus = await openCorpus(mkdtempSync(join(dist, 'gate-')))
}, 120_000)
afterAll(() => corpus[Symbol.dispose]())

test.each(harmful)('refused: $name', { timeout: 60_000 }, async (it) => {
  const { refused } = await corpus.try(it)
  expect(refused.map(({ refusal }) => refusal)).toEqual([it.refusal])
  expect(JSON.stringify(refused)).toContain(it.naming)
})

test.each(harmless)('let through: $name', { timeout: 60_000 }, async (it) => {
  expect(await corpus.try(it)).toEqual({ refused: [], skipped: [] })
})
