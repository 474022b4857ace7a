import type { Outcome } from '../outcome.ts'
import { brokenRules } from './broken-rules.ts'
import { madeTooEarly } from './order.ts'
import { resourcesOf } from './plan.ts'
import { planEnvironments } from './plans.ts'
import { readyTerraform } from './ready-terraform.ts'
import { terraformDir } from './terraform.ts'

const leastPlanned = 120

/** Form, the order of what is made, and the plan of every environment against the rules. */
export async function checkPlans(): Promise<Outcome> {
  const ready = await readyTerraform('plans')
  if ('notRun' in ready) return ready
  const { terraform, copy } = ready
  const unformatted = await terraform(terraformDir, ['fmt', '-check', '-recursive'])
    .then(() => [])
    .catch((error: Error) => [error.message])
  const plans = await planEnvironments(terraform, copy)
  const broken = brokenRules(plans)
  const early = madeTooEarly(await terraform(`${copy}/environments/production`, ['graph']))
  const planned = plans['production'] ? resourcesOf(plans['production']).length : 0
  const tooFew = planned < leastPlanned ? [`${planned} planned resources are fewer than ${leastPlanned}`] : []
  return {
    counts: { planned, policiesBroken: broken.length },
    failures: [...unformatted, ...early, ...broken, ...tooFew],
  }
}
