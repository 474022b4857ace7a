import { configSchema as bff } from '@mallhive/bff-host/config'
import { processEnv } from '@mallhive/process-kit/env'
import { configSchema as shell, previewsConfigSchema } from '@mallhive/shell/config'
import { z } from 'zod'

import type { PartName, PartOfKind } from '../../../mall.ts'
import { baseEnv } from '../base-env.ts'
import { configSchema as edge } from '../edge/config.ts'
import { configSchema as sandboxProvider } from '../sandbox-provider/config.ts'
import type { Env } from './environment.ts'
import { serviceModules } from './service-modules.ts'

const ofServices = await Promise.all(
  Object.entries(serviceModules).map(async ([name, { config }]) => [name, (await config()).configSchema]),
)

/** Each part's environment schema. `services` is the one process of all services; its own variables are no secrets. */
export const schemas: Record<Exclude<PartName, 'release-tools'> | 'services', z.ZodObject> = {
  ...(Object.fromEntries(ofServices) as Record<PartOfKind<'service'>, z.ZodObject>),
  bff,
  shell,
  'shell-previews': previewsConfigSchema,
  edge,
  'sandbox-provider': sandboxProvider,
  services: z.object(processEnv),
}

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
  /^(LOG_LEVEL|READINESS_GRACE_MS|OTEL_\w+|RATE_LIMIT_SCALE|\w+_(MS|RATE|MB|PROCESSES))$/.test(name)
