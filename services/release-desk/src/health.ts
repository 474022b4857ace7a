import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ReadHealth } from '@mallhive/release-kit/rollout/health'
import type { Deps } from './deps.ts'

/** Reads the health of versions from the release-health service. */
export const readHealth =
  ({ releaseHealth }: Pick<Deps, 'releaseHealth'>): ReadHealth =>
  async (mfe, versions, since) => {
    const answer = await releaseHealth.releaseHealth({ mfe, versions, since: timestampFromDate(since) })
    return answer.versions.map(({ lcp, inp, ...counts }) => ({
      ...counts,
      lcp: lcp?.buckets ?? [],
      inp: inp?.buckets ?? [],
    }))
  }
