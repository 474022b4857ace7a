import { describe } from 'vitest'
import { countContract } from './contract/counts.ts'
import { hostileContract } from './contract/hostile.ts'
import { listContract } from './contract/lists.ts'
import { meaningContract } from './contract/meanings.ts'
import type { OpenIndex } from './contract/opened.ts'
import { pageContract } from './contract/pages.ts'
import { preferenceContract } from './contract/preferences.ts'
import { rebuildContract } from './contract/rebuilds.ts'
import { salesContract } from './contract/sales.ts'
import { suggestionContract } from './contract/suggestions.ts'
import { wordContract } from './contract/words.ts'
import { writeContract } from './contract/writes.ts'

/** Registers the tests that every adapter of `ProductIndex` passes. */
export function productIndexContract(engine: string, open: OpenIndex): void {
  describe(`a product index in ${engine}`, () => {
    listContract(open)
    pageContract(open)
    salesContract(open)
    countContract(open)
    wordContract(open)
    preferenceContract(open)
    hostileContract(open)
    suggestionContract(open)
    meaningContract(open)
    writeContract(open)
    rebuildContract(open)
  })
}
