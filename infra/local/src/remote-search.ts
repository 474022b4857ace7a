import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { partToken, readPartKey } from '@mallhive/release-runtime/trust/part-token'
import { z } from 'zod'

// Connect's JSON omits zeros and empty texts.
const rebuildSchema = z.object({
  id: z.string(),
  finishedAt: z.string().optional(),
  failure: z.string().default(''),
  done: z.number().default(0),
  total: z.number().default(0),
})
const answerSchema = z.object({ rebuild: rebuildSchema })

const querySchema = z.object({
  query: z.string().default(''),
  locale: z.string().default(''),
  searches: z.number().default(0),
  withoutResults: z.number().default(0),
  clicked: z.number().default(0),
  added: z.number().default(0),
  bought: z.number().default(0),
  clickedPosition: z.number().optional(),
  total: z.number().default(0),
  correctedTo: z.string().default(''),
})
const reportSchema = z.object({
  sum: querySchema.prefault({}),
  top: z.array(querySchema).default([]),
  withoutResults: z.array(querySchema).default([]),
  withFewClicks: z.array(querySchema).default([]),
})

export type Rebuild = z.infer<typeof rebuildSchema>
export type LoggedQuery = z.infer<typeof querySchema>

const service = 'mallhive.search.v1.SearchService'
const timeoutMs = 10_000

/**
 * Returns the RPCs of the search (SEARCH_URL) for people, who call as the part `release-tools` with its private key PART_KEY.
 * @throws ReleaseError UNREACHABLE, immediately when one of these variables is missing
 */
export function remoteSearch(env: Record<string, string | undefined>) {
  const { SEARCH_URL: origin, PART_KEY: keyFile } = env
  if (!origin || !keyFile)
    throw new ReleaseError('UNREACHABLE', 'no mall is open here: `npm start`, or set SEARCH_URL and PART_KEY')
  const key = readPartKey(keyFile)
  const call = async (rpc: string, body: object = {}): Promise<unknown> => {
    const response = await fetch(`${origin}/${service}/${rpc}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${partToken('release-tools', service, key)}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((cause: unknown) => {
      throw new ReleaseError('UNREACHABLE', `the search at ${origin} does not answer`, { cause })
    })
    if (!response.ok) throw new ReleaseError('UNREACHABLE', `the search answers ${response.status}`)
    return response.json()
  }
  return {
    startRebuild: async () => answerSchema.parse(await call('StartRebuild')).rebuild,
    getRebuild: async () => answerSchema.parse(await call('GetRebuild')).rebuild,
    getReport: async (wanted: { days?: number; locale?: string }) =>
      reportSchema.parse(await call('GetSearchReport', wanted)),
  }
}
