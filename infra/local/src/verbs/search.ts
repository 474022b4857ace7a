import { defineVerb } from '@mallhive/release-kit/cli/verb'
import { ReleaseError } from '@mallhive/release-runtime/release-error'
import { rebuildIndex } from './search/rebuild-index.ts'
import { readReport } from './search/read-report.ts'

export const search = defineVerb({
  does: '`rebuild`: the index of the search anew from the catalogue, while searches go on; `report`: what shoppers searched for',
  args: { what: { what: 'rebuild or report' } },
  options: {
    days: { type: 'string', value: 'N', does: 'report: of the last N days (1 to 90; default 30)' },
    locale: { type: 'string', value: 'de', does: 'report: of one language' },
  },
  examples: ['mall search rebuild', 'mall search report', 'mall search report --days 7 --locale de'],
  async run({ args: { what }, options, env, progress, interrupted }) {
    const { remoteSearch } = await import('../remote-search.ts')
    if (what === 'rebuild' && (options.days ?? options.locale) !== undefined)
      throw new ReleaseError('INVALID', '--days and --locale belong to the report: a rebuild takes all')
    if (what === 'rebuild') return rebuildIndex(remoteSearch(env()), progress, interrupted())
    if (what === 'report') return readReport(remoteSearch(env()), options)
    throw new ReleaseError('INVALID', `search has no "${what}": it has rebuild and report`)
  },
})
