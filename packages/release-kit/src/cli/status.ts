import { setTimeout as sleep } from 'node:timers/promises'
import { status as statusOf } from '@mallhive/release-runtime/status'
import { refusedReleases } from '../gate/smoke/refused-releases.ts'
import { shellFailures } from './status/shell-failures.ts'
import { statusTable } from './status/status-table.ts'
import type { StatusRow } from './status/status-table.ts'
import { defineVerb } from './verb.ts'
import type { VerbInput } from './verb.ts'

const everyMs = 1000

export const status = defineVerb({
  does: 'show the live versions, their authors, and problems of the shell',
  args: {},
  options: { watch: { type: 'boolean', does: 'look again every second, until Ctrl-C' } },
  examples: ['mall status', 'mall status --watch', 'mall status --json | jq .[].stable'],
  async run({ options, ...input }) {
    if (options.watch) return watch(input)
    const rows = await look(input)
    return { lines: statusTable(rows), json: rows }
  },
})

type Input = Pick<VerbInput, 'store' | 'env' | 'screen' | 'say' | 'interrupted'>

async function look({ store, env }: Pick<Input, 'store' | 'env'>): Promise<StatusRow[]> {
  const releases = await store()
  const [all, failures] = await Promise.all([statusOf(releases), shellFailures(env())])
  return Promise.all(
    all.map(async ({ name, live, error }) => ({
      name,
      ...live,
      history: undefined,
      last: live?.history[0],
      error,
      failing: failures
        .filter((failure) => failure.name === name)
        .map(({ version, message }) => (version ? `${version}: ${message}` : message)),
      refused: await refusedReleases(releases.store, name, live),
    })),
  )
}

/** Redraws in place on a terminal; elsewhere prints only the changes. */
async function watch(input: Input): Promise<{ lines: string[]; json: undefined }> {
  const { screen, say } = input
  const signal = input.interrupted()
  let said = ''
  let height = 0
  while (!signal.aborted) {
    const rows = await look(input).catch((error: unknown) => String(error))
    const lines = typeof rows === 'string' ? [rows] : statusTable(rows)
    if (screen) {
      screen.write(`${height > 0 ? `\u001b[${height}A` : ''}\u001b[0J${lines.join('\n')}\n`)
      height = lines.length
    } else if (said !== (said = lines.join('\n'))) say(said, rows)
    await sleep(everyMs, undefined, { signal }).catch(() => {})
  }
  return { lines: [], json: undefined }
}
