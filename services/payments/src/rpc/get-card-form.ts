import type { ServiceImpl } from '@connectrpc/connect'
import type { PaymentsService } from '@mallhive/contracts/payments'
import type { Deps } from '../deps.ts'
import { domainError } from '../reasons.ts'

export function getCardForm({
  providers,
  returnOrigins,
}: Pick<Deps, 'providers' | 'returnOrigins'>): ServiceImpl<typeof PaymentsService>['getCardForm'] {
  return ({ returnUrl }) => {
    if (!returnOrigins.includes(URL.parse(returnUrl)?.origin ?? '')) {
      throw domainError('BAD_RETURN_URL', 'a card form returns to the mall only')
    }
    return providers.chosen.cardForm(returnUrl)
  }
}
