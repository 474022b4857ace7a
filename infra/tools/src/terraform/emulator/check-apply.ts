import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { environments } from '../../../../environments.ts'
import type { Outcome } from '../../outcome.ts'
import { onPath } from '../../tools.ts'
import { brokenRules } from '../broken-rules.ts'
import type { Plan } from '../plan.ts'
import { findTerraform, type Terraform } from '../terraform.ts'
import { type Change, unexpectedDrift } from './drift.ts'
import { emulatedCopy } from './emulated-copy.ts'
import { eventTrip } from './event-trip.ts'
import { emulated, openEmulator } from './open-emulator.ts'

const absent = 'Terraform applied, drift, an event over what it made:'
const leastApplied = 60

/** Applies the environment dev to an emulated account, plans again, sends an event through it, and destroys it. */
export async function checkApply(): Promise<Outcome> {
  const terraform = findTerraform()
  const moto = onPath('moto_server')
  if (!terraform) return { notRun: [`${absent} terraform 1.11 on the PATH, from its maker`] }
  if (!moto) return { notRun: [`${absent} moto_server 5.2 on the PATH, from PyPI: moto[server]`] }
  await using emulator = await openEmulator(moto)
  const folder = emulatedCopy()
  const run = (args: string[]) => terraform(folder, args, { AWS_ENDPOINT_URL: emulator.url })
  try {
    await run(['init', '-input=false'])
  } catch (error) {
    return { notRun: [`${absent} the provider hashicorp/aws: ${(error as Error).message}`] }
  }
  // The waits are the provider's, not the emulator's.
  await run(['apply', '-input=false', '-auto-approve', '-parallelism=40'])
  const applied = resourcesIn(folder)
  const [plan, lost] = await Promise.all([planAgain(run), eventTrip(emulator.url)])
  const drift = unexpectedDrift(plan.resource_changes)
  const broken = brokenRules({ dev: plan }).filter((line) => line.startsWith('dev: '))
  // The second plan has refreshed what is there.
  await run(['destroy', '-input=false', '-auto-approve', '-parallelism=40', '-refresh=false'])
  const left = resourcesIn(folder)
  return {
    counts: { applied, unexpectedDrift: drift.length, policiesBroken: broken.length },
    failures: [
      ...(applied < leastApplied ? [`${applied} applied resources are fewer than ${leastApplied}`] : []),
      ...drift.map((line) => `a second plan changes ${line}`),
      ...broken,
      ...lost,
      ...(left > 0 ? [`${left} resources are left after destroy`] : []),
    ],
  }
}

type Run = (args: string[]) => ReturnType<Terraform>

/**
 * A second plan: what it would change is drift, and it knows every value, also policies that name what was made. The account has the
 * number that the environment's has.
 */
async function planAgain(run: Run): Promise<Plan & { resource_changes: Change[] }> {
  await run(['plan', '-input=false', '-lock=false', '-out=again.bin'])
  const shown = await run(['show', '-json', 'again.bin'])
  return JSON.parse(shown.replaceAll(emulated, environments.dev.account))
}

type State = { resources: { mode: string; instances: unknown[] }[] }

/** How many resources the state has. Terraform would start its provider to show it. */
function resourcesIn(folder: string): number {
  const { resources }: State = JSON.parse(readFileSync(join(folder, 'terraform.tfstate'), 'utf8'))
  return resources.reduce(
    (count, { mode, instances }) => count + (mode === 'managed' ? instances.length : 0),
    0,
  )
}
