import type { ConnectRouter, ServiceImpl } from '@connectrpc/connect'
import { PaymentsService } from '@mallhive/contracts/payments'
import type { Deps } from './deps.ts'
import { authorise } from './rpc/authorise.ts'
import { capture } from './rpc/capture.ts'
import { getCardForm } from './rpc/get-card-form.ts'
import { getPayment } from './rpc/get-payment.ts'
import { voidPayment } from './rpc/void.ts'

export const routes = (deps: Deps) => (router: ConnectRouter) => {
  router.service(PaymentsService, {
    authorise: authorise(deps),
    capture: capture(deps),
    void: voidPayment(deps),
    getPayment: getPayment(deps),
    getCardForm: getCardForm(deps),
  } satisfies ServiceImpl<typeof PaymentsService>)
}
