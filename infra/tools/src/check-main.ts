import { lanes } from './checks.ts'
import type { Outcome } from './outcome.ts'

// Runs the check that is named, and sends what it found to the process that started this one, with which it ends.
const end = () => process.exit()
process.once('disconnect', end).once('SIGINT', end).once('SIGTERM', end)

const name = process.argv[2] ?? ''
const outcome = await Promise.resolve()
  .then(() =>
    lanes
      .flat()
      .find((check) => check.name === name)
      ?.run(),
  )
  .catch((error: unknown): Outcome => ({ failures: [`${name}: ${messageOf(error)}`] }))
process.send?.(outcome, end)

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
