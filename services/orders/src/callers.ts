import { OrdersService } from '@mallhive/contracts/orders'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [
  accepts(OrdersService, {
    startCheckout: ['person'],
    retryCheckout: ['person'],
    updateCheckout: ['person'],
    getCheckout: ['person'],
    placeOrder: ['person'],
    resumeCheckout: ['person'],
    // Also by order number and e-mail address, without a session.
    getOrder: ['anyone'],
    listOrders: ['person'],
    mergeGuest: ['person'],
    listSellerOrders: ['member:owner', 'member:manager', 'member:packer'],
  }),
]
