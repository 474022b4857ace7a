import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { freePort } from '@mallhive/infra-local/free-port'
import { stringify } from 'yaml'

import { infraDir } from '../paths.ts'
import { alertmanagerConfig, type Receivers } from './alertmanager.ts'
import { type Program, programOf } from './programs.ts'
import { prometheusConfig, proberConfig } from './prometheus-config.ts'

export interface MonitoringOptions {
  /** For configurations, data and logs. */
  dir: string
  targetsFile: string
  postgresUrl: string
  redisUrl: string
  /** Addresses of pages to ask from outside. */
  probed: string[]
  everySeconds: number
  receivers: Receivers
}

export interface Monitoring extends AsyncDisposable {
  prometheusUrl: string
}

/**
 * Opens Prometheus, Alertmanager and the exporters of PostgreSQL and Redis beside a mall.
 * @throws Error where a program is absent; `lacking` names them
 */
export async function openMonitoring(options: MonitoringOptions): Promise<Monitoring> {
  const { dir, everySeconds, targetsFile, postgresUrl, redisUrl, probed, receivers } = options
  // Parts have other addresses at each opening: earlier series would look like parts that went away.
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  const running: ChildProcess[] = []
  const start = (name: Program, args: string[], env: Record<string, string> = {}) => {
    const path = programOf(name)
    if (!path) throw new Error(`${name} is absent`)
    const log = openSync(join(dir, `${name}.log`), 'a')
    running.push(spawn(path, args, { env, stdio: ['ignore', log, log], cwd: dir }))
  }
  const local = async () => `127.0.0.1:${await freePort()}`
  const write = (name: string, content: object) => {
    const path = join(dir, name)
    writeFileSync(path, stringify(content, { aliasDuplicateObjects: false }))
    return path
  }
  const [self, alertmanager, postgres, redis, prober] = await Promise.all([
    local(),
    local(),
    local(),
    local(),
    local(),
  ])
  await using opened = new AsyncDisposableStack()
  opened.defer(async () => {
    for (const child of running) child.kill()
    await Promise.all(running.map(ended))
  })

  const redisAt = new URL(redisUrl)
  start('prometheus-postgres-exporter', [`--web.listen-address=${postgres}`, '--no-collector.bgwriter'], {
    DATA_SOURCE_NAME: `${postgresUrl}?sslmode=disable`,
  })
  start('prometheus-redis-exporter', [`--web.listen-address=${redis}`], {
    REDIS_ADDR: `redis://${redisAt.host}`,
    REDIS_USER: decodeURIComponent(redisAt.username),
    REDIS_PASSWORD: decodeURIComponent(redisAt.password),
  })
  start('prometheus-blackbox-exporter', [
    `--web.listen-address=${prober}`,
    `--config.file=${write('prober.yml', proberConfig)}`,
  ])
  start('prometheus-alertmanager', [
    `--config.file=${write('alertmanager.yml', alertmanagerConfig(receivers))}`,
    `--storage.path=${join(dir, 'alertmanager')}`,
    `--web.listen-address=${alertmanager}`,
    '--cluster.listen-address=',
  ])
  const config = prometheusConfig({
    targetsFile,
    exporters: [postgres, redis],
    probes: { prober, targets: probed },
    ruleFiles: join(infraDir, 'observability/rules/*.yaml'),
    self,
    alertmanager,
    everySeconds,
  })
  start('prometheus', [
    `--config.file=${write('prometheus.yml', config)}`,
    `--storage.tsdb.path=${join(dir, 'prometheus')}`,
    '--storage.tsdb.retention.time=1d',
    `--web.listen-address=${self}`,
  ])
  await Promise.all([self, alertmanager].map(ready))
  const kept = opened.move()
  return { prometheusUrl: `http://${self}`, [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const answer = await fetch(`http://${address}/-/ready`).catch(() => undefined)
    if (answer?.ok) return
    if (tries > 150) throw new Error(`${address} is not ready`)
    await delay(200)
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
