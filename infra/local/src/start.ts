import { parseArgs } from 'node:util'

import { demoAccounts } from './mall/demo-accounts.ts'
import { openMall } from './mall/open-mall.ts'
import { terminalReport } from './mall/report.ts'
import { rootDir } from './paths.ts'

const help = `npm start -- [options]      PORT=4000 npm start

  --fresh        forget everything and begin with a new catalogue
  --processes    each service in a process of its own
  --scale N      with --fresh: a catalogue of N generated products
  --state DIR    keep the state there instead of .mall`

const { values: flags } = parseArgs({
  options: {
    fresh: { type: 'boolean' },
    processes: { type: 'boolean' },
    scale: { type: 'string' },
    state: { type: 'string' },
    help: { type: 'boolean' },
  },
})
if (flags.help) {
  console.log(help)
  process.exit(0)
}

const began = performance.now()
let stop = async (): Promise<void> => process.exit(130)
let ending: Promise<never> | undefined
const end = (code: number) => (ending ??= stop().then(() => process.exit(code)))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0))
// The IPC channel disconnects when the bootstrap process ends for any reason.
process.on('disconnect', () => void end(0))

console.log('Opening the mall')
try {
  const mall = await openMall({
    port: Number(process.env['PORT'] || 4000),
    fresh: flags.fresh,
    processes: flags.processes,
    scale: Number(flags.scale ?? 0),
    stateDir: flags.state,
    env: process.env['HOST'] ? { HOST: process.env['HOST'] } : undefined,
    report: terminalReport(),
  })
  stop = () => {
    console.log('\nClosing the mall')
    return mall.stop()
  }
  const rows: [string, string][] = [
    ['mall', mall.url],
    ['previews', mall.previewUrl],
    ['inbox', mall.mailUrl],
    ...demoAccounts.map(({ email, password, what }): [string, string] => [
      'sign in',
      `${email} / ${password}   ${what}`,
    ]),
    ['logs', `${(flags.state ?? '.mall').replace(`${rootDir}/`, '')}/logs`],
  ]
  console.log(`\nOpen after ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
  for (const [name, value] of rows) console.log(`  ${name.padEnd(8)} ${value}`)
  if (mall.at.exposed)
    console.log(
      `\nHOST=${process.env['HOST']} lets other machines in: previews need the link of \`mall preview\`, and dev servers are not shown.`,
    )
  console.log('\nCtrl-C closes it.')
  const { message } = await mall.crashed
  console.error(`\n${message}\n\nIt fails again and again: the mall cannot go on without it.`)
  await end(1)
} catch (error) {
  console.error(`\nThe mall could not be opened. ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
