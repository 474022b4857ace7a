import { type Failures, failureEvidence, type Interval, p75Interval, weightOf } from './evidence.ts'
import type { VersionHealth } from './health.ts'

export interface Decision {
  verdict: 'wait' | 'advance' | 'rollback'
  /** For the history and for people. */
  why: string
  /** Progress towards the documents that a step needs. */
  seen?: { documents: number; of: number }
}

export interface Policy {
  /** Number of canary documents that must have reported in a step, and that the shells must have served of each version. */
  documents: number
  /** Minimum duration of a step: documents report their vitals when the page is left. */
  atLeastMs: number
  /** Maximum duration of a step; without a clear result by then the canary is rolled back. */
  atMostMs: number
}

export const defaultPolicy: Policy = { documents: 100, atLeastMs: 5 * 60_000, atMostMs: 24 * 3_600_000 }

/** Probability per step that an acceptable canary is rolled back: for its failures, for each vital. */
const failureAlpha = 0.001
const vitalAlpha = 0.01
/** Minimum number of failures, each of another address (`FAILURES_PER_ADDRESS` of release-health). */
const fewestFailures = 5
/** Returns the highest acceptable time of a canary: 10 % or 20 ms more, whichever is higher. */
const allowed = (ms: number) => Math.max(ms * 1.1, ms + 20)

/**
 * Returns the next step of a canary, from the reports of shoppers' documents since its step began. Pure.
 *
 * It is rolled back as soon as
 * - it fails in a larger share of documents than 1.25 times the stable version's (two proportions, `failureEvidence`),
 *   with 99.9 % confidence, or
 * - its 75th percentile of LCP or of INP is more than 10 % (and 20 ms) above the stable version's: the lower bound of
 *   its interval lies above the allowed multiple of the upper bound of the other's (`p75Interval`), with 99 % confidence.
 *
 * It advances once `policy.documents` of its documents reported, the reported failures are likelier for a canary within
 * the margin than for one beyond it, `policy.atLeastMs` passed, and the shells' own counts agree (`serverDoubt`). Time alone
 * never promotes: without a clear result after `policy.atMostMs` it is rolled back.
 */
export function decide(
  stable: VersionHealth,
  canary: VersionHealth,
  since: Date,
  now: Date,
  policy: Policy = defaultPolicy,
): Decision {
  const harm = failsMore(canary, stable) ?? slower('LCP', canary, stable) ?? slower('INP', canary, stable)
  if (harm) return { verdict: 'rollback', why: harm }

  const waitedMs = now.getTime() - since.getTime()
  const seen = { documents: Math.min(canary.reports, policy.documents), of: policy.documents }
  const doubt = doubtAbout(canary, stable, policy)
  if (doubt && waitedMs < policy.atMostMs) return { verdict: 'wait', why: doubt, seen }
  if (doubt) return { verdict: 'rollback', why: `not clear after ${inWords(waitedMs)}: ${doubt}`, seen }
  if (waitedMs < policy.atLeastMs) {
    return { verdict: 'wait', why: `good so far, ${inWords(policy.atLeastMs - waitedMs)} to go`, seen }
  }
  return { verdict: 'advance', why: `no worse than ${stable.version}: ${failures(canary, stable)}`, seen }
}

/** Returns why the step cannot be completed yet, undefined when it can. */
function doubtAbout(canary: VersionHealth, stable: VersionHealth, { documents }: Policy): string | undefined {
  if (canary.reports < documents || stable.reports === 0)
    return `${canary.reports} of ${documents} documents reported on ${canary.version}, ${stable.reports} of ${stable.version}`
  // Above 1, the observations are likelier for a canary that fails more often than allowed.
  if (failureEvidence(reported(canary), reported(stable)) > 1)
    return `it may fail more often: ${failures(canary, stable)}`
  return serverDoubt(canary, stable, documents)
}

/**
 * Returns why the shells' own counts do not support a step. Reports come from browsers, so many clients can distort them; the
 * shells count what they served.
 */
function serverDoubt(canary: VersionHealth, stable: VersionHealth, documents: number): string | undefined {
  for (const { version, served, reports } of [canary, stable]) {
    if (served === 0) return `the shells have counted no document of ${version} yet`
    if (reports > served)
      return `${reports} documents reported on ${version}, but the shells served ${served} with it`
    if (served < documents) return `${served} of ${documents} documents served with ${version}`
  }
  if (failureEvidence(onServer(canary), onServer(stable)) > 1)
    return `it may fail more often on the server: ${shares(onServer(canary), onServer(stable), stable.version)}`
  return undefined
}

const reported = ({ reports, failedReports }: VersionHealth): Failures => ({
  documents: reports,
  failed: failedReports,
})
const onServer = ({ served, failedServed }: VersionHealth): Failures => ({
  documents: served,
  failed: failedServed,
})

function failsMore(canary: VersionHealth, stable: VersionHealth): string | undefined {
  if (canary.failedReports < fewestFailures) return undefined
  if (failureEvidence(reported(canary), reported(stable)) < 1 / failureAlpha) return undefined
  const example = canary.exampleError && `, such as “${canary.exampleError}”`
  return `it fails more often: ${failures(canary, stable)}${example}`
}

function slower(vital: 'LCP' | 'INP', canary: VersionHealth, stable: VersionHealth): string | undefined {
  const [its, other] = [p75(vital, canary), p75(vital, stable)]
  if (!its || !other || its.atLeast <= allowed(other.atMost)) return undefined
  const [atLeast, atMost] = [its.atLeast, other.atMost].map(Math.round)
  return `it is slower: p75 ${vital} of at least ${atLeast} ms, where ${stable.version} has at most ${atMost} ms`
}

function p75(vital: 'LCP' | 'INP', health: VersionHealth): Interval | undefined {
  const buckets = vital === 'LCP' ? health.lcp : health.inp
  // A sampled document stands for many, but is one observation.
  const observations = health.documents > 0 ? weightOf(buckets) * (health.reports / health.documents) : 0
  return p75Interval(buckets, observations, vitalAlpha / 2)
}

function failures(canary: VersionHealth, stable: VersionHealth): string {
  return shares(reported(canary), reported(stable), stable.version)
}

function shares(canary: Failures, stable: Failures, version: string): string {
  const [its, other] = [canary, stable].map(({ failed, documents }) => percent(failed, documents))
  return `errors in ${its} of ${canary.documents} documents, ${other} of ${stable.documents} with ${version}`
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Number(((100 * part) / whole).toPrecision(2))} %`
}

function inWords(ms: number): string {
  const minutes = Math.ceil(ms / 60_000)
  return minutes > 90 ? `${Math.round(minutes / 60)} hours` : `${minutes} minute${minutes === 1 ? '' : 's'}`
}
