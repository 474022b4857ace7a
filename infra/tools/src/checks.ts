import { checkCluster } from './cluster/check.ts'
import { checkImages } from './images/check.ts'
import { checkManifests } from './kubernetes/check/manifests.ts'
import { testAlertRoutes } from './observability/alert-routes.ts'
import { testRules } from './observability/test-rules.ts'
import { watchMall } from './observability/watch-mall.ts'
import type { Check } from './outcome.ts'
import { checkPipelines } from './pipelines/check.ts'
import { checkApply } from './terraform/emulator/check-apply.ts'
import { checkModules } from './terraform/check-modules.ts'
import { checkPlans } from './terraform/check-plans.ts'

/** Every check, in the order in which `npm run infra -- check` runs them. */
export const checks: Check[] = [
  { name: 'manifests', run: checkManifests },
  { name: 'plans', run: checkPlans },
  { name: 'modules', run: checkModules },
  { name: 'apply', run: checkApply },
  { name: 'cluster', run: checkCluster },
  { name: 'rules', run: testRules },
  { name: 'alert routes', run: testAlertRoutes },
  { name: 'monitoring', run: () => watchMall() },
  { name: 'pipelines', run: checkPipelines },
  { name: 'images', run: checkImages },
]
