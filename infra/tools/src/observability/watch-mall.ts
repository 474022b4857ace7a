import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { openMall } from '@mallhive/infra-local/mall/open-mall'
import { wipeState } from '@mallhive/infra-local/mall/wipe-state'

import type { Outcome } from '../outcome.ts'
import { ask } from './ask-prometheus.ts'
import { expressions } from './expressions.ts'
import { openMonitoring } from './open-monitoring.ts'
import { lacking } from './programs.ts'
import { shopAround } from './shop-around.ts'
import { operands } from './syntax.ts'

const pagedWithinMs = 120_000

/**
 * A running mall gives every expression series, and pages when one of its services stops.
 * @param everySeconds between scrapes; by default as in production, because an alert waits for them
 */
export async function watchMall(everySeconds = 15): Promise<Outcome> {
  const absent = lacking()
  if (absent.length > 0) return { notRun: absent.map((line) => `a mall under Prometheus: ${line}`) }
  const stateDir = mkdtempSync(join(tmpdir(), 'mallhive-watched-'))
  // Started by root, Postgres runs as an unprivileged user, which must be able to enter this folder.
  chmodSync(stateDir, 0o755)
  try {
    await using mall = await openMall({ stateDir, processes: true, env: { RATE_LIMIT_SCALE: '0' } })
    await using pager = await openPager()
    await using certified = await openCertified(stateDir)
    const receiver = { webhook_configs: [{ url: pager.url }] }
    await using monitoring = await openMonitoring({
      dir: join(stateDir, 'monitoring'),
      targetsFile: join(stateDir, 'targets.json'),
      postgresUrl: mall.engines.postgres.url,
      redisUrl: mall.engines.redis.url,
      probed: [mall.url, certified.url],
      everySeconds,
      receivers: { pager: receiver, tickets: {}, heartbeat: {} },
    })
    const without = await withoutSeries(monitoring.prometheusUrl, everySeconds, () => shopAround(mall))
    await mall.kill('orders')
    const pagedMs = await pager.firstOf('PartDown', 'orders', pagedWithinMs)
    return {
      counts: { expressions: expressions.length, expressionsWithSeries: expressions.length - without.length },
      failures: [
        ...without.map((line) => `without series: ${line}`),
        ...(pagedMs === undefined ? ['a stopped service did not page within two minutes'] : []),
      ],
    }
  } finally {
    wipeState(stateDir)
  }
}

/** Returns the expressions that have no series after shopping for a while. */
async function withoutSeries(
  prometheusUrl: string,
  everySeconds: number,
  shop: () => Promise<void>,
): Promise<string[]> {
  const isEmpty = async (expr: string) => (await ask(prometheusUrl, expr)).length === 0
  let left = expressions
  // A rate needs two scrapes, the second with something new; records are evaluated in between.
  for (let round = 0; round < 5 && left.length > 0; round++) {
    await shop()
    await delay(everySeconds * 1000)
    const empty = await Promise.all(
      left.map(async (it) =>
        (await Promise.all(operands(it.expr).map(isEmpty))).includes(true) ? [it] : [],
      ),
    )
    left = empty.flat()
  }
  return left.map(({ at, expr }) => `${at}: ${expr}`)
}

interface Pager extends AsyncDisposable {
  url: string
  /** Resolves with the time until a page for an alert of a part, or undefined when it does not come in time. */
  firstOf: (alertname: string, part: string, withinMs: number) => Promise<number | undefined>
}

type Page = { status: string; alerts: { labels: Record<string, string> }[] }

async function openPager(): Promise<Pager> {
  const pages: Page[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      pages.push(JSON.parse(Buffer.concat(chunks).toString()) as Page)
      response.end()
    })
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}/`,
    async firstOf(alertname, part, withinMs) {
      const began = Date.now()
      while (Date.now() - began < withinMs) {
        const alerts = pages.flatMap((page) => page.alerts)
        if (alerts.some(({ labels }) => labels['alertname'] === alertname && labels['part'] === part))
          return Date.now() - began
        await delay(500)
      }
      return undefined
    },
    [Symbol.asyncDispose]: async () => void server.close(),
  }
}

/** Opens a server with a certificate of its own: the mall’s is CloudFront’s, and on one machine it has none. */
async function openCertified(dir: string): Promise<AsyncDisposable & { url: string }> {
  const [key, cert] = [join(dir, 'probed.key'), join(dir, 'probed.crt')]
  const subject = ['-subj', '/CN=localhost', '-days', '90', '-nodes', '-newkey', 'rsa:2048']
  execFileSync('openssl', ['req', '-x509', ...subject, '-keyout', key, '-out', cert], { stdio: 'pipe' })
  const server = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) =>
    response.end(),
  )
  const port = await listening(server)
  return { url: `https://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() }
}

async function listening(
  server: ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>,
): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}
