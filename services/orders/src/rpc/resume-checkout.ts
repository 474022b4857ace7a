import type { ServiceImpl } from '@connectrpc/connect'
import type { OrdersService } from '@mallhive/contracts/orders'
import { answer } from '../checkout/answer.ts'
import { ownCheckout } from '../checkout/own-checkout.ts'
import type { Deps } from '../deps.ts'
import { drive } from '../machine/drive.ts'
import { settled } from '../machine/wait-until-settled.ts'
import { claimChallenged } from '../machine/claim-challenged.ts'

export function resumeCheckout(deps: Deps): ServiceImpl<typeof OrdersService>['resumeCheckout'] {
  return async ({ checkoutId }, context) => {
    await ownCheckout(deps, checkoutId, context)
    const row = await claimChallenged(deps, checkoutId)
    const driving =
      row &&
      drive(deps, row).catch((error: unknown) =>
        deps.log.warn({ err: error, checkoutId }, 'driving a checkout failed, claimed again when due'),
      )
    return answer(deps, await settled(deps, checkoutId, driving))
  }
}
