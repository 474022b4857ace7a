import { join } from 'node:path'
import { json } from 'node:stream/consumers'

import { openMonitoring } from './open-monitoring.ts'
import { pageServer } from './page/serve-page.ts'
import { lacking } from './programs.ts'

// Watches a mall of this machine: Prometheus beside it, and a page of the dashboards at HOST and PORT. Addresses come by stdin,
// because those of engines hold passwords.

/** The mall that is watched. */
interface Observed {
  stateDir: string
  url: string
  postgresUrl: string
  redisUrl: string
}

const absent = lacking()
if (absent.length > 0) throw new Error(`The mall is not observed, for want of\n${absent.join('\n')}`)
const { stateDir, url, postgresUrl, redisUrl } = (await json(process.stdin)) as Observed
const monitoring = await openMonitoring({
  dir: join(stateDir, 'monitoring'),
  targetsFile: join(stateDir, 'targets.json'),
  postgresUrl,
  redisUrl,
  probed: [url],
  everySeconds: 5,
  // The page shows what fires, so nothing is sent.
  receivers: { pager: {}, tickets: {}, heartbeat: {} },
})
const server = pageServer(monitoring.prometheusUrl)
server.listen(Number(process.env['PORT']), process.env['HOST'])
process.once('SIGTERM', () => {
  server.closeAllConnections()
  server.close()
  void monitoring[Symbol.asyncDispose]().then(() => process.exit(0))
})
