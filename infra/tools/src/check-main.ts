import { lanes } from './checks.ts'
import type { Outcome } from './outcome.ts'

// Runs the check that is named, and sends what it found to the process that started this one, which then disconnects.
const end = () => process.exit()
process.once('disconnect', end).once('SIGINT', end).once('SIGTERM', end)

const name = process.argv[2] ?? ''
const check = lanes.flat().find((each) => each.name === name)
const outcome = await Promise.resolve()
  .then(() => check?.run())
  .catch((error: unknown): Outcome => ({ failures: [`${name}: ${messageOf(error)}`] }))
process.send?.(outcome)

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
