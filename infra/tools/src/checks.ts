import { checkCluster } from './cluster/check.ts'
import { checkManifests } from './kubernetes/check/manifests.ts'
import { rulesCheck } from './observability/check.ts'
import type { Check } from './outcome.ts'
import { checkTerraform } from './terraform/check-terraform.ts'

/** Every check, in the order in which `npm run infra -- check` runs them. */
export const checks: Check[] = [
  { name: 'manifests', run: checkManifests },
  { name: 'terraform', run: checkTerraform },
  { name: 'cluster', run: checkCluster },
  rulesCheck,
]
