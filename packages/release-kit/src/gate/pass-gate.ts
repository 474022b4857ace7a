import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { Candidate } from './candidate.ts'
import { checkRelease } from './check-release.ts'
import { readLiveMall } from './read-live-mall.ts'
import type { LiveMallRequest } from './read-live-mall.ts'
import type { Refusal, Skipped } from './refusal.ts'

export interface GateRequest extends LiveMallRequest {
  /** Reason for releasing despite refusals; the history keeps it. */
  override?: string
}

export interface Passed {
  /** The refusals that were overridden. */
  overrode?: string[]
  /** The reason for the override. */
  why?: string
  skipped: Skipped[]
}

/** The gate's refusals of a release. */
export class Refused extends ReleaseError {
  readonly refused: Refusal[]

  constructor(title: string, refused: Refusal[], hints: string[] = []) {
    super('REFUSED', explain(title, refused, hints))
    this.refused = refused
  }
}

/** Returns the error for a refused release. The version of a published one cannot be published again. */
export function refusedRelease(
  { name, version }: { name: string; version: string },
  refused: Refusal[],
  { isPublished }: { isPublished: boolean },
): Refused {
  const release = `${name} ${version}`
  const usedUp = `${release} is published, so its version is used up. Publish the corrected release under another version.`
  const anyway = 'To release it anyway: --override "<reason>". The history keeps the reason.'
  return new Refused(`${release} is refused`, refused, isPublished ? [usedUp, anyway] : [anyway])
}

const fewestWords = 3

/**
 * Accepts a release that breaks nothing live; returns the overridden refusals and the skipped checks.
 * @throws Refused with everything it would break; ReleaseError INVALID for an override without a reason
 */
export async function passGate(
  trusted: TrustedStore,
  candidate: Candidate,
  { override, ...request }: GateRequest,
): Promise<Passed> {
  if (override !== undefined && override.trim().split(/\s+/).length < fewestWords)
    throw new ReleaseError('INVALID', '--override needs a reason that others understand later: a few words')
  const { refused, skipped } = await checkRelease(candidate, await readLiveMall(trusted, request))
  if (refused.length === 0) return { skipped }
  const isPublished = candidate.smoked !== undefined
  if (override === undefined) throw refusedRelease(candidate.descriptor, refused, { isPublished })
  return { overrode: [...new Set(refused.map(({ refusal }) => refusal))], why: override, skipped }
}

function explain(title: string, refused: Refusal[], hints: string[]): string {
  const each = refused.map(({ refusal, counterpart, at, problem, fix }) =>
    [`  ${[refusal, counterpart, at].filter(Boolean).join('  ')}`, `    ${problem}`, `    fix: ${fix}`].join(
      '\n',
    ),
  )
  return [title, ...each, ...hints.map((hint) => `  ${hint}`)].join('\n\n')
}

/** Returns lines for people about the skipped checks. */
export const notChecked = (skipped: Skipped[]): string[] =>
  skipped.map(({ check, why }) => `not checked: ${check} (${why})`)
