import type { Executor } from '@mallhive/service-kit/db'
import type { Analyzers } from '../analyzer.ts'
import type { LiveSlot } from './live.ts'
import type { Rarities } from './rarities.ts'
import type { RememberedCounts } from './remembered-counts.ts'
import type { RememberedTexts } from './remembered-texts.ts'
import type { TagNumbers } from './tags.ts'

/** What answers are made with. */
export type Searching = {
  db: Executor
  analyzers: Analyzers
  tags: TagNumbers
  live: LiveSlot
  rarities: Rarities
  counts: RememberedCounts
  texts: RememberedTexts
}
