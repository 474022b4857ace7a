import type { Deps } from '../deps.ts'
import { type Outcome, ProviderUnavailable } from '../providers/port.ts'
import { settle } from './settle.ts'
import type { PaymentRow } from './view.ts'

/**
 * Asks the provider and writes its answer down. The call stands outside every transaction. Where the provider does not
 * answer, the row stays as it is, to be asked for again with the same key.
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
    deps.log.warn({ err: error, checkoutId: row.checkoutId }, 'the outcome of a payment is not known yet')
    return row
  }
}
