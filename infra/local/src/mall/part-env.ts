import { configSchema as bff } from '@mallhive/bff-host/config'
import { processEnv } from '@mallhive/process-kit/env'
import { configSchema as cart } from '@mallhive/service-cart/config'
import { configSchema as catalog } from '@mallhive/service-catalog/config'
import { configSchema as identity } from '@mallhive/service-identity/config'
import { configSchema as notifications } from '@mallhive/service-notifications/config'
import { configSchema as orders } from '@mallhive/service-orders/config'
import { configSchema as payments } from '@mallhive/service-payments/config'
import { configSchema as releaseDesk } from '@mallhive/service-release-desk/config'
import { configSchema as releaseHealth } from '@mallhive/service-release-health/config'
import { configSchema as shell } from '@mallhive/shell/config'
import { z } from 'zod'

import type { PartName } from '../../../mall.ts'
import { baseEnv } from '../base-env.ts'
import { configSchema as edge } from '../edge/config.ts'
import { configSchema as sandboxProvider } from '../sandbox-provider/config.ts'
import type { Env } from './environment.ts'

/** Each part's environment schema. `services` is the one process of all services; its own variables are no secrets. */
export const schemas = {
  identity,
  catalog,
  cart,
  orders,
  payments,
  notifications,
  'release-health': releaseHealth,
  bff,
  'release-desk': releaseDesk,
  shell,
  edge,
  'sandbox-provider': sandboxProvider,
  services: z.object(processEnv),
} satisfies Record<Exclude<PartName, 'release-tools'> | 'services', z.ZodObject>

/**
 * Returns the base environment and exactly the variables that the part's schema names. Values come from the mall or, for
 * settings that the mall does not give, from the launcher's environment.
 */
export function partEnv(part: keyof typeof schemas, given: Env): Env {
  const named = Object.keys(schemas[part].shape).flatMap((name) => {
    const value = given[name] ?? (isSetting(name) ? process.env[name] : undefined)
    return value === undefined ? [] : [[name, value]]
  })
  return { ...baseEnv(), ...Object.fromEntries(named) }
}

/** Whether the launcher's environment may set the variable. Its addresses and credentials may belong to other systems. */
const isSetting = (name: string): boolean =>
  /^(LOG_LEVEL|READINESS_GRACE_MS|OTEL_\w+|RATE_LIMIT_SCALE|\w+_(MS|RATE|MB))$/.test(name)
