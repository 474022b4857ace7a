import { testDb } from '@mallhive/service-kit/testing'
import * as schema from '../../schema.ts'
import { productIndexContract } from '../contract.ts'
import { openPostgresIndex } from './open-index.ts'

productIndexContract('PostgreSQL', async (analyzers) => {
  const db = await testDb('search', new URL('../../../drizzle', import.meta.url), schema)
  return { index: openPostgresIndex(db, analyzers), [Symbol.asyncDispose]: () => db[Symbol.asyncDispose]() }
})
