import type { Outcome } from '../outcome.ts'
import { brokenRights } from './broken-rules.ts'
import { testModules } from './module-tests.ts'
import { readyTerraform } from './ready-terraform.ts'

const leastModules = 12

/** The tests of every module, and the rights in all policies that they make. */
export async function checkModules(): Promise<Outcome> {
  const ready = await readyTerraform('modules')
  if ('notRun' in ready) return ready
  const { modules, failures, statements } = await testModules(ready.terraform, ready.copy)
  const broken = brokenRights(statements)
  const tooFew = modules < leastModules ? [`${modules} modules are fewer than ${leastModules}`] : []
  return { counts: { modules, policiesBroken: broken.length }, failures: [...broken, ...failures, ...tooFew] }
}
