import { resolve } from 'node:path'
import { parseArgs } from 'node:util'

import { mall as parts } from '../../mall.ts'
import { demoAccounts } from './mall/demo-accounts.ts'
import { observeMall } from './mall/observe-mall.ts'
import { openMall } from './mall/open-mall.ts'
import { terminalReport } from './mall/report.ts'
import { readSearchEngine } from './mall/search-engine.ts'
import { defaultStateDir, rootDir } from './paths.ts'

const help = `npm start -- [options]      PORT=4000 npm start

  --fresh        delete the mall's state first
  --processes    run every service in a separate process
  --mtls         with --processes: certificates between parts, by Node's own TLS
  --replicas N   with --processes: N processes of each, behind a balancer
  --scale N      with --fresh: N products, generated beyond the hand-made ones, with shops and orders in proportion
  --observe      with Prometheus and a page of the dashboards' panels
  --state DIR    keep the state in this folder instead of .mall

MALL_SEARCH=opensearch keeps the search index in an OpenSearch node, which needs a JDK and Maven.`

const flags = readFlags()
if (flags.observe && flags.mtls) {
  console.error('--observe and --mtls exclude each other: Prometheus has no certificate of a part.')
  process.exit(2)
}
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
    port: readPort(process.env['PORT']),
    fresh: flags.fresh,
    processes: flags.processes,
    mtls: flags.mtls,
    replicas: readReplicas(flags.replicas),
    scale: readScale(flags.scale),
    stateDir: flags.state,
    search: readSearchEngine(),
    env: given('HOST', 'LOCALES'),
    report: terminalReport(),
  })
  const closeMall = () => {
    console.log('\nClosing the mall')
    return mall.stop()
  }
  stop = closeMall
  const stateDir = resolve(flags.state ?? defaultStateDir)
  const observed = flags.observe
    ? await observeMall(mall, stateDir).catch(({ message }: Error) => console.error(`\n${message}`))
    : undefined
  if (observed)
    stop = async () => {
      await observed.part.stop()
      await closeMall()
    }
  const rows: [string, string][] = [
    ['mall', mall.url],
    ['previews', mall.previewUrl],
    ['inbox', mall.mailUrl],
    ...(observed ? [['panels', observed.url] satisfies [string, string]] : []),
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

function readFlags() {
  try {
    return parseArgs({
      options: {
        fresh: { type: 'boolean' },
        processes: { type: 'boolean' },
        mtls: { type: 'boolean' },
        replicas: { type: 'string' },
        scale: { type: 'string' },
        observe: { type: 'boolean' },
        state: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`)
    return process.exit(2)
  }
}

function readScale(text = '0'): number {
  const scale = Number(text)
  if (Number.isInteger(scale) && scale >= 0 && scale <= 1_000_000) return scale
  throw new Error(`--scale is "${text}": use a number of products up to 1000000`)
}

function readReplicas(text = '1'): number {
  const replicas = Number(text)
  if (Number.isInteger(replicas) && replicas >= 1 && replicas <= 8) return replicas
  throw new Error(`--replicas is "${text}": use a number from 1 to 8`)
}

function readPort(text: string | undefined): number {
  const port = Number(text || parts.edge.port)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new Error(`PORT is "${text}": use a number from 0 (any free port) to 65535`)
}

/** Returns the named variables that are set. */
function given(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}
