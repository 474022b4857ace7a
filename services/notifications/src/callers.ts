import { NotificationsService } from '@mallhive/contracts/notifications'
import { accepts } from '@mallhive/service-kit/callers'

export const callers = [accepts(NotificationsService, { listDeliveries: ['role:admin'] })]
