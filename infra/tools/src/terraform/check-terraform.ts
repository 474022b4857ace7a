import type { Outcome } from '../outcome.ts'
import { brokenRights, brokenRules } from './broken-rules.ts'
import { testModules } from './module-tests.ts'
import { madeTooEarly } from './order.ts'
import { resourcesOf } from './plan.ts'
import { planEnvironments } from './plans.ts'
import { copyOfTerraform, findTerraform, terraformDir } from './terraform.ts'

const absent = 'Terraform modules, plans and their rules: terraform 1.11 on the PATH, from its maker'

/** Form, tests of every module, and the plan of every environment against the rules. */
export async function checkTerraform(): Promise<Outcome> {
  const terraform = findTerraform()
  if (!terraform) return { notRun: [absent] }
  const copy = copyOfTerraform('check')
  try {
    await terraform(`${copy}/environments/production`, ['init', '-backend=false', '-input=false'])
  } catch (error) {
    return {
      notRun: [
        `${absent}; its provider hashicorp/aws 5.100.0 in a folder that TERRAFORM_MIRROR names: ${(error as Error).message}`,
      ],
    }
  }
  const unformatted = await terraform(terraformDir, ['fmt', '-check', '-recursive'])
    .then(() => [])
    .catch((error: Error) => [error.message])
  const plans = await planEnvironments(terraform, copy)
  const { modules, failures, statements } = await testModules(terraform, copy)
  const broken = [...brokenRules(plans), ...brokenRights(statements)]
  const early = madeTooEarly(await terraform(`${copy}/environments/production`, ['graph']))
  const planned = plans['production'] ? resourcesOf(plans['production']).length : 0
  return {
    counts: { modules, planned, policiesBroken: broken.length },
    failures: [...unformatted, ...early, ...broken, ...failures, ...tooFew(modules, planned)],
  }
}

function tooFew(modules: number, planned: number): string[] {
  const least = { modules: 12, planned: 120 }
  return [
    ...(modules < least.modules ? [`${modules} modules are fewer than ${least.modules}`] : []),
    ...(planned < least.planned ? [`${planned} planned resources are fewer than ${least.planned}`] : []),
  ]
}
