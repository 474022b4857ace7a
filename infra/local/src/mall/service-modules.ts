import type { Accepted } from '@mallhive/service-kit/callers'
import type { Start } from '@mallhive/service-kit/service'
import type { z } from 'zod'

import type { PartOfKind } from '../../../mall.ts'

type ServiceModules = {
  main: () => Promise<{ start: Start }>
  config: () => Promise<{ configSchema: z.ZodObject }>
  /** The callers of its RPCs. */
  callers?: () => Promise<{ callers: Accepted[] }>
}

/** The modules of each service, loaded by their users: the launcher reads schemas, and must not load the services. */
export const serviceModules = {
  identity: {
    main: () => import('@mallhive/service-identity/main'),
    config: () => import('@mallhive/service-identity/config'),
    callers: () => import('@mallhive/service-identity/callers'),
  },
  catalog: {
    main: () => import('@mallhive/service-catalog/main'),
    config: () => import('@mallhive/service-catalog/config'),
    callers: () => import('@mallhive/service-catalog/callers'),
  },
  cart: {
    main: () => import('@mallhive/service-cart/main'),
    config: () => import('@mallhive/service-cart/config'),
    callers: () => import('@mallhive/service-cart/callers'),
  },
  orders: {
    main: () => import('@mallhive/service-orders/main'),
    config: () => import('@mallhive/service-orders/config'),
    callers: () => import('@mallhive/service-orders/callers'),
  },
  payments: {
    main: () => import('@mallhive/service-payments/main'),
    config: () => import('@mallhive/service-payments/config'),
    callers: () => import('@mallhive/service-payments/callers'),
  },
  notifications: {
    main: () => import('@mallhive/service-notifications/main'),
    config: () => import('@mallhive/service-notifications/config'),
    callers: () => import('@mallhive/service-notifications/callers'),
  },
  'release-health': {
    main: () => import('@mallhive/service-release-health/main'),
    config: () => import('@mallhive/service-release-health/config'),
    callers: () => import('@mallhive/service-release-health/callers'),
  },
  'release-desk': {
    main: () => import('@mallhive/service-release-desk/main'),
    config: () => import('@mallhive/service-release-desk/config'),
  },
  search: {
    main: () => import('@mallhive/service-search/main'),
    config: () => import('@mallhive/service-search/config'),
    callers: () => import('@mallhive/service-search/callers'),
  },
} satisfies Record<PartOfKind<'service'>, ServiceModules>
