import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt'
import { releasesPrefix } from '@mallhive/release-runtime/keys'
import { refusedReleases } from '@mallhive/release-kit/gate/smoke/refused-releases'
import { quantileOf } from '@mallhive/release-kit/rollout/evidence'
import { isWithdrawn } from '@mallhive/release-runtime/pointer'
import { predecessor } from '@mallhive/release-runtime/rollback'
import { status, type LiveStatus } from '@mallhive/release-runtime/status'
import type { Deps } from './deps.ts'
import type { Walker } from './walker.ts'

type Shown = Pick<Deps, 'releases' | 'releaseHealth'> & { walker: Pick<Walker, 'lastWord'> }

const windowMs = 60 * 60_000
const shownVersions = 20
const shownChanges = 15

/** Returns the live releases, their health in the last hour, the promotable versions and the history of changes. */
export async function overview(deps: Shown) {
  await deps.releases.trust.refresh()
  const all = await status(deps.releases)
  const policy = deps.releases.trust.policy()
  return {
    trustRevision: policy?.revision,
    microFrontends: await Promise.all(all.map((it) => describe(deps, it))),
  }
}

async function describe(deps: Shown, { name, live, error }: LiveStatus) {
  const shown = live && !live.retired ? [live.stable, ...(live.canary ? [live.canary.version] : [])] : []
  const [published, refused, health] = await Promise.all([
    versionsOf(deps, name),
    refusedReleases(deps.releases.store, name, live),
    healthOf(deps, name, shown).catch(() => undefined),
  ])
  return {
    name,
    error,
    revision: live?.revision,
    stable: live?.retired ? undefined : live?.stable,
    /** The release that a rollback restores when there is no canary to end. */
    before: live && predecessor(live),
    canary: live?.canary,
    withdrawn: live?.withdrawn ?? [],
    rollout: live?.rollout && { ...live.rollout, lastWord: deps.walker.lastWord(name) },
    published: published.filter((version) => !live || !isWithdrawn(live, version)),
    /** Published releases that failed the browser check and cannot be promoted. */
    refused,
    /** Absent when the release-health service does not answer. */
    health,
    history: live?.history.slice(0, shownChanges) ?? [],
  }
}

async function versionsOf({ releases }: Pick<Deps, 'releases'>, name: string): Promise<string[]> {
  const versions = await releases.store.folders(`${releasesPrefix}${name}/`)
  return versions.toSorted((a, b) => b.localeCompare(a, 'en', { numeric: true })).slice(0, shownVersions)
}

async function healthOf({ releaseHealth }: Pick<Deps, 'releaseHealth'>, mfe: string, versions: string[]) {
  const since = timestampFromDate(new Date(Date.now() - windowMs))
  const answer = await releaseHealth.releaseHealth({ mfe, versions, since }, { timeoutMs: 2000 })
  return answer.versions.map((it) => ({
    version: it.version,
    documents: it.documents,
    failedDocuments: it.failedDocuments,
    lcpP75Ms: quantileOf(it.lcp?.buckets ?? [], 0.75),
    inpP75Ms: quantileOf(it.inp?.buckets ?? [], 0.75),
    exampleError: it.exampleError,
    minutes: it.minutes.map((minute) => ({
      at: minute.at && timestampDate(minute.at).toISOString(),
      documents: minute.documents,
      failedDocuments: minute.failedDocuments,
      lcpP75Ms: minute.lcpP75Ms,
    })),
  }))
}
