import type { PointerChange } from '@mallhive/release-runtime/pointer'
import { plainLine } from '@mallhive/release-runtime/plain-line'

/** Formats a change of what is live as one line. */
export function historyLine(change: PointerChange): string {
  const { revision, at, by, action, stable, canary, why, overrode, withdrew } = change
  const live = canary ? `${canary.version} for ${canary.percent} % beside ${stable}` : stable
  const what = withdrew ? `${withdrew}, live is ${live}` : live
  return plainLine(
    `${String(revision).padStart(4)}  ${at}  ${by.padEnd(12)} ${action.padEnd(8)} ${what}${why ? `  (${why})` : ''}${overrode ? `  overrode ${overrode.join(', ')}` : ''}`,
  )
}
