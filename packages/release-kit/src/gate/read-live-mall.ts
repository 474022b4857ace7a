import { z } from 'zod'
import type { Descriptor } from '@mallhive/release-runtime/descriptor'
import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { readPointer } from '@mallhive/release-runtime/pointer'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import type { TrustedStore } from '@mallhive/release-runtime/trust/trusted-store'
import type { LiveMall } from './live-mall.ts'
import { CannotCheck } from './refusal.ts'

export interface LiveMallRequest {
  /** Origin of the mall, `https://mall.example`; without it, checks that need a running mall are skipped. */
  origin?: string
  /** Releases that go live together with the candidate; they replace the live ones of the same name. */
  together?: Descriptor[]
  first?: boolean
}

const answerMs = 3000

const shellSchema = z.object({
  shared: z.record(z.string(), z.string()),
  passes: z.array(
    z.object({ fragment: z.string(), props: z.string(), at: z.string(), to: z.literal('loader').optional() }),
  ),
  locales: z.array(z.string()).optional(),
})

/** Reads the live releases from the bucket, and the rest from the running mall. */
export async function readLiveMall(
  trusted: TrustedStore,
  { origin, together = [], first }: LiveMallRequest,
): Promise<LiveMall> {
  const [live, shell] = await Promise.all([liveReleases(trusted), origin ? shellAt(origin) : undefined])
  const replaced = new Set(together.map(({ name }) => name))
  return {
    releases: [...live.filter(({ name }) => !replaced.has(name)), ...together],
    policy: trusted.trust.policy(),
    first,
    shell,
    contracts: shell && origin ? (services) => contractsAt(origin, services) : undefined,
  }
}

async function liveReleases(trusted: TrustedStore): Promise<Descriptor[]> {
  const names = await trusted.store.folders(releasesPrefix)
  const found = await Promise.all(names.map((name) => liveReleasesOf(trusted, name)))
  return found.flat()
}

async function liveReleasesOf(trusted: TrustedStore, name: string): Promise<Descriptor[]> {
  const pointer = await readPointer(trusted, name).catch(ignoreUnserved)
  const versions =
    pointer && !pointer.retired ? [pointer.stable, ...(pointer.canary ? [pointer.canary.version] : [])] : []
  const releases = await Promise.all(
    versions.map((version) => readRelease(trusted, name, version).catch(ignoreUnserved)),
  )
  return releases.flatMap((it) => it?.release ?? [])
}

/** Ignores untrusted and unreadable releases: they are not served, so the candidate cannot break them. */
function ignoreUnserved(error: unknown): undefined {
  if (error instanceof ReleaseError && error.reason !== 'UNREACHABLE') return undefined
  throw error
}

async function shellAt(origin: string): Promise<LiveMall['shell']> {
  try {
    const response = await fetch(new URL('/_mall/status.json', origin), {
      signal: AbortSignal.timeout(answerMs),
    })
    return z.object({ shell: shellSchema }).parse(await response.json()).shell
  } catch {
    return undefined // no mall, or one without a status: checks that need it are skipped
  }
}

async function contractsAt(origin: string, services: string[]): Promise<Uint8Array> {
  const url = new URL('/api/_mall/contracts', origin)
  for (const service of services) url.searchParams.append('service', service)
  const response = await fetch(url, { signal: AbortSignal.timeout(answerMs) }).catch(() => undefined)
  if (!response?.ok) throw new CannotCheck('a live service does not return its contracts')
  return new Uint8Array(await response.arrayBuffer())
}
