import { checkoutDashboard } from './dashboards/checkout.ts'
import { postgresDashboard, redisDashboard } from './dashboards/engines.ts'
import { mallDashboard } from './dashboards/mall.ts'
import { microFrontendDashboards } from './dashboards/micro-frontend.ts'
import { queuesDashboard } from './dashboards/queues.ts'
import { releasesDashboard } from './dashboards/releases.ts'
import { serviceDashboards } from './dashboards/service.ts'
import type { Dashboard } from './panel.ts'

/** Every dashboard. */
export const dashboards: Dashboard[] = [
  mallDashboard,
  checkoutDashboard,
  releasesDashboard,
  queuesDashboard,
  postgresDashboard,
  redisDashboard,
  ...serviceDashboards,
  ...microFrontendDashboards,
]
