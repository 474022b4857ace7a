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

  constructor(
    { name, version }: { name: string; version: string },
    refused: Refusal[],
    isPublished: boolean,
  ) {
    super('REFUSED', explain(`${name} ${version}`, refused, isPublished))
    this.refused = refused
  }
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
  if (override === undefined) throw new Refused(candidate.descriptor, refused, isPublished)
  return { overrode: [...new Set(refused.map(({ refusal }) => refusal))], why: override, skipped }
}

function explain(release: string, refused: Refusal[], isPublished: boolean): string {
  const each = refused.map(({ refusal, counterpart, at, problem, fix }) =>
    [`  ${[refusal, counterpart, at].filter(Boolean).join('  ')}`, `    ${problem}`, `    fix: ${fix}`].join(
      '\n',
    ),
  )
  return [
    `${release} is refused`,
    ...each,
    ...(isPublished
      ? [`  ${release} is published and its version is used up: publish what you correct under another one.`]
      : []),
    '  To release it all the same: --override "<why>". The history keeps the reason.',
  ].join('\n\n')
}

/** Returns lines for people about the skipped checks. */
export const notChecked = (skipped: Skipped[]): string[] =>
  skipped.map(({ check, why }) => `not checked: ${check} (${why})`)
