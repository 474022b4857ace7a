import { DomainError } from '@mallhive/service-kit/errors'
import type { Step } from '../step.ts'

export const reserving: Step = {
  async run({ inventory, advance, timing }, row) {
    const lines = row.lines.map(({ sku, quantity }) => ({ sku, quantity }))
    try {
      await inventory.reserve({ checkoutId: row.id, lines }, { timeoutMs: timing.callMs })
      return advance(row, { state: 'authorising' })
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'conflict') throw error
      const failedSkus = (error.details['skus'] ?? '').split(',').filter((sku) => sku !== '')
      return advance(row, { state: 'releasing', failure: 'out_of_stock', failedSkus })
    }
  },
  whenExpired: 'releasing',
}
