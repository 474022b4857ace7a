import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuiltRelease } from '@mallhive/release-runtime/publish'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { releasePrefix } from '@mallhive/release-runtime/keys'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { typeProblems } from '../build/type-check/type-problems.ts'
import type { TypeProblem } from '../build/type-check/type-problems.ts'
import { readResult } from './smoke/result.ts'
import type { SmokeResult } from './smoke/result.ts'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'

/** A release to be published or promoted. */
export interface Candidate {
  descriptor: Descriptor
  read: (file: string) => Promise<Uint8Array>
  /** The folder of `mall.config.ts`, if the sources are available: refusals then name their places. */
  root?: string
  /** Returns TypeScript's errors; only for a team that checks its own sources. */
  typeProblems?: () => Promise<TypeProblem[]>
  /** Returns the smoke test's result; only after the release was published. */
  smoked?: () => Promise<SmokeResult | undefined>
}

/** Returns a candidate from a build. */
export function builtCandidate({ dir, descriptor }: BuiltRelease, root?: string): Candidate {
  return { descriptor, root, read: (file) => readFile(join(dir, file)) }
}

/** Returns a candidate from a team's own build: its sources must be free of type errors, too. */
export function teamCandidate(built: BuiltRelease, root: string): Candidate {
  return { ...builtCandidate(built, root), typeProblems: () => typeProblems(root) }
}

/** Returns a candidate from the bucket. @throws ReleaseError NOT_PUBLISHED, UNTRUSTED, INVALID */
export async function publishedCandidate(
  trusted: TrustedStore,
  name: string,
  version: string,
): Promise<Candidate> {
  const { release } = await readRelease(trusted, name, version)
  return {
    descriptor: release,
    smoked: () => readResult(trusted.store, name, version),
    async read(file) {
      const object = await trusted.store.read(releasePrefix(name, version) + file)
      if (!object) throw new ReleaseError('NOT_PUBLISHED', `${name} ${version} has no ${file}`)
      return object.bytes
    },
  }
}
