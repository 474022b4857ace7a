import { deleteRelease } from '../gc/delete-release.ts'
import { findGarbage } from '../gc/find-garbage.ts'
import type { Garbage } from '../gc/find-garbage.ts'
import { UsageError } from './usage-error.ts'
import { defineVerb } from './verb.ts'

const day = 24 * 3600 * 1000
// A superseded release may serve open documents for a day.
const fewestDays = 2

export const gc = defineVerb({
  does: 'list the unused releases; delete them with --yes',
  args: {},
  options: {
    days: {
      type: 'string',
      value: 'N',
      does: 'days since they were last published, live or pinned; default 30',
    },
    keep: {
      type: 'string',
      value: 'N',
      does: 'number of newest releases to keep of each micro frontend; default 3',
    },
    yes: { type: 'boolean', does: 'delete them' },
  },
  examples: ['mall gc', 'mall gc --days 60 --keep 10 --yes'],
  async run({ options, store, progress }) {
    const trusted = await store()
    const retentionMs = numberOf('days', options.days ?? '30', fewestDays) * day
    const garbage = await findGarbage(trusted, {
      retentionMs,
      newest: numberOf('keep', options.keep ?? '3', 0),
    })
    if (!options.yes) return { lines: [...garbage.map(line), summary(garbage)], json: garbage }

    const deleted = await progress.step('deleting', async (how) => {
      const done: Garbage[] = []
      for (const [at, release] of garbage.entries()) {
        how(at, garbage.length)
        // oxlint-disable-next-line no-await-in-loop -- an interrupted run leaves one release half deleted, not all
        if (await deleteRelease(trusted, release.name, release.version)) done.push(release)
      }
      return done
    })
    return {
      lines: [...deleted.map(line), `deleted ${deleted.length} releases, ${mb(deleted)} MB`],
      json: deleted,
    }
  },
})

function numberOf(option: string, given: string, least: number): number {
  const number = Number(given.trim() || Number.NaN)
  if (number >= least) return number
  throw new UsageError(`--${option} ${given}: use a number from ${least} on`)
}

function line({ name, version, neededAt, publishedAt, files }: Garbage): string {
  const what = publishedAt === undefined ? ', never finished' : ''
  return `${name} ${version}  last needed ${new Date(neededAt).toISOString().slice(0, 10)}  ${files} files${what}`
}

function summary(garbage: Garbage[]): string {
  if (garbage.length === 0) return 'nothing to delete'
  return `${garbage.length} releases, ${mb(garbage)} MB. To delete them: ./mall gc --yes`
}

const mb = (garbage: Garbage[]) => (garbage.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6).toFixed(1)
