import { timestampFromDate } from '@bufbuild/protobuf/wkt'
import type { ReadHealth } from '@mallhive/release-kit/rollout/health'
import type { Deps } from './deps.ts'

/** How versions fare, as the analytics service counted it. */
export const readHealth =
  ({ analytics }: Pick<Deps, 'analytics'>): ReadHealth =>
  async (mfe, versions, since) => {
    const answer = await analytics.releaseHealth({ mfe, versions, since: timestampFromDate(since) })
    return answer.versions.map(({ version, reports, failedReports, documents, lcp, inp, exampleError }) => ({
      version,
      reports,
      failedReports,
      documents,
      lcp: lcp?.buckets ?? [],
      inp: inp?.buckets ?? [],
      exampleError,
    }))
  }
