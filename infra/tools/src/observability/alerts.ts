import type { Alert } from './alert.ts'
import { businessAlerts } from './alerts/business.ts'
import { engineAlerts } from './alerts/engines.ts'
import { partAlerts } from './alerts/parts.ts'
import { queueAlerts } from './alerts/queues.ts'
import { releaseAlerts } from './alerts/releases.ts'
import { burnRates } from './burn-rates.ts'

/** Every alert, by the group of its rule. */
export const alerts: Record<string, Alert[]> = {
  slos: burnRates,
  parts: partAlerts,
  queues: queueAlerts,
  business: businessAlerts,
  releases: releaseAlerts,
  engines: engineAlerts,
}
