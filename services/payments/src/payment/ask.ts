import type { Deps } from '../deps.ts'
import { type Outcome, ProviderUnavailable } from '../providers/port.ts'
import { settle } from './settle.ts'
import type { PaymentRow } from './view.ts'

/**
 * Calls the provider, outside of any transaction, and stores its answer. When the provider does not answer, returns the row
 * unchanged, so that the call can be repeated with the same key.
 */
export async function ask(
  deps: Pick<Deps, 'db' | 'log'>,
  row: PaymentRow,
  question: () => Promise<Outcome | undefined>,
): Promise<PaymentRow> {
  try {
    const outcome = await question()
    return outcome ? await settle(deps, row, outcome) : row
  } catch (error) {
    if (!(error instanceof ProviderUnavailable)) throw error
    deps.log.warn({ err: error, checkoutId: row.checkoutId }, 'payment provider unavailable, outcome unknown')
    return row
  }
}
