import { describe } from 'vitest'
import { listContract } from './contract/lists.ts'
import type { OpenIndex } from './contract/opened.ts'
import { rebuildContract } from './contract/rebuilds.ts'
import { wordContract } from './contract/words.ts'
import { writeContract } from './contract/writes.ts'

/** Registers the tests that every adapter of `ProductIndex` passes. */
export function productIndexContract(engine: string, open: OpenIndex): void {
  describe(`a product index in ${engine}`, () => {
    listContract(open)
    wordContract(open)
    writeContract(open)
    rebuildContract(open)
  })
}
