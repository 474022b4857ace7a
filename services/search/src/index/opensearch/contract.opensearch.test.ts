import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { productIndexContract } from '../contract.ts'
import { openClient, openOpensearchIndex } from './open-index.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    opensearchUrl: string
  }
}

productIndexContract('OpenSearch', async (analyzers) => {
  const client = openClient(inject('opensearchUrl'))
  const name = `products-${randomUUID()}`
  return {
    index: openOpensearchIndex(client, name, analyzers),
    async [Symbol.asyncDispose]() {
      await client.indices.delete({ index: `${name}-*` })
      await client.close()
    },
  }
})
