import { PaymentsService } from '@mallhive/contracts/payments'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(PaymentsService, {
    authorise: ['part:orders'],
    capture: ['part:orders'],
    void: ['part:orders'],
    getPayment: ['part:orders'],
    getCardForm: ['person'],
  }),
]
