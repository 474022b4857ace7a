import { counter } from '@mallhive/process-kit/telemetry'
import type { Row } from './advance.ts'
import type { StepDeps } from './step.ts'
import { steps } from './steps.ts'

const failed = counter('checkout_step_failures_total', 'Steps of checkouts that failed and are repeated', [
  'state',
])
for (const state of Object.keys(steps)) failed.inc({ state }, 0)

/**
 * Advances a checkout until it ends, needs the shopper or must retry a step later. Returns the last row that this driver has
 * written, or the given one.
 */
export async function drive(deps: StepDeps, row: Row): Promise<Row> {
  const moved = await take(deps, row)
  if (!moved || moved.state === 'challenged') return moved ?? row
  return drive(deps, moved)
}

async function take(deps: StepDeps, row: Row): Promise<Row | undefined> {
  const step = steps[row.state]
  if (!step) return undefined
  const moved = await step.run(deps, row).catch((error: unknown) => {
    deps.log.warn({ err: error, checkoutId: row.id, state: row.state }, 'checkout step failed, retrying')
    failed.inc({ state: row.state })
    return 'not yet' as const
  })
  if (moved !== 'not yet') return moved
  const leftMs = step.whenExpired ? row.expiresAt.getTime() - Date.now() : Number.POSITIVE_INFINITY
  if (step.whenExpired && leftMs < 0) {
    return deps.advance(row, { state: step.whenExpired, failure: 'expired' })
  }
  await deps.advance(row, { state: row.state }, { delayMs: Math.min(pauseMs(row), leftMs + 100) })
  return undefined
}

/** Exponential backoff: 0.3 s, doubled for each attempt, up to 15 s. */
const pauseMs = ({ attempt }: Row): number => Math.min(300 * 2 ** Math.min(attempt, 10), 15_000)
