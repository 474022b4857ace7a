import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { productIndexContract } from '../contract.ts'
import { type OpenIndex, put } from '../contract/opened.ts'
import { product, testAnalyzers } from '../contract/shelf.ts'
import { openClient, openOpensearchIndex } from './open-index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    opensearchUrl: string
  }
}

const open: OpenIndex = async (analyzers) => {
  const client = openClient(inject('opensearchUrl'))
  const name = `products-${randomUUID()}`
  return {
    index: openOpensearchIndex(client, name, analyzers),
    async [Symbol.asyncDispose]() {
      await client.indices.delete({ index: `${name}-*` })
      await client.close()
    },
  }
}

productIndexContract('OpenSearch', open)

test('the vocabulary has more words than an answer of the engine has room for', async () => {
  await using opened = await open(testAnalyzers)
  const { index } = opened
  const wordOf = (n: number): string =>
    Array.from(n.toString(26), (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 26))).join('')
  const many = Array.from({ length: 70_000 }, (_, n) => `q${wordOf(n)}`)
  const halves = [many.slice(0, 40_000), many.slice(30_000)]
  await put(
    index,
    halves.map((half, n) => product(n, { description: half.join(' ') })),
  )
  const { words } = await index.vocabulary('en')
  const inBoth = many.filter((word) => words.get(word)?.documents === 2)
  const inOne = many.filter((word) => words.get(word)?.documents === 1)
  expect([inOne.length, inBoth.length]).toEqual([60_000, 10_000])
})
