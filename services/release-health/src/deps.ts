import type { Db } from '@mallhive/service-kit/db'
import type { Host } from '@mallhive/service-kit/service'
import type { Admit } from './admit.ts'
import type { Intake } from './intake.ts'
import type * as schema from './schema.ts'

export interface Deps {
  db: Db<typeof schema>
  intake: Intake
  admit: Admit
  /** Proxies in front. */
  trustedHops: number
  log: Host['log']
  /** Milliseconds since 1970; tests have their own. */
  now: () => number
}
