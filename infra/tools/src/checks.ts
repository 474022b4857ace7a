import { checkCluster } from './cluster/check.ts'
import { checkImages } from './images/check.ts'
import { checkManifests } from './kubernetes/check/manifests.ts'
import { testAlertRoutes } from './observability/alert-routes.ts'
import { testRules } from './observability/test-rules.ts'
import { watchMall } from './observability/watch-mall.ts'
import type { Check } from './outcome.ts'
import { checkPipelines } from './pipelines/check.ts'
import { scanByCheckov } from './pipelines/checkov.ts'
import { checkRelease } from './release/check.ts'
import { checkApply } from './terraform/emulator/check-apply.ts'
import { checkModules } from './terraform/check-modules.ts'
import { checkPlans } from './terraform/check-plans.ts'

/**
 * Every check, in lanes that run side by side: what mostly waits beside what mostly computes. Checks of one lane run one after another,
 * as those must that bring the same tools: definitions in one, Debian's packages in the other.
 */
export const lanes: Check[][] = [
  [
    { name: 'apply', run: checkApply },
    { name: 'manifests', run: checkManifests },
    { name: 'cluster', run: checkCluster },
    { name: 'release', run: checkRelease },
  ],
  [
    { name: 'plans', run: checkPlans },
    { name: 'modules', run: checkModules },
    { name: 'rules', run: testRules },
    { name: 'alert routes', run: testAlertRoutes },
    { name: 'monitoring', run: () => watchMall() },
    { name: 'pipelines', run: checkPipelines },
    { name: 'misconfigurations', run: scanByCheckov },
    { name: 'images', run: checkImages },
  ],
]
