import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import type { Outcome } from '../outcome.ts'
import { infraDir } from '../paths.ts'
import { fromDebian, onPath } from '../tools.ts'
import { alerts } from './alerts.ts'

const config = join(infraDir, 'observability/alertmanager.yaml')
const receiverOf = { page: 'pager', ticket: 'tickets', none: 'heartbeat' } as const

/** Alertmanager’s configuration is valid, and each alert reaches the receiver of its severity. */
export function testAlertRoutes(): Outcome {
  const amtool = onPath('amtool') ?? fromDebian('prometheus-alertmanager', 'usr/bin/amtool')
  if (!amtool) return { notRun: ['routes of alerts: amtool, in the Debian package prometheus-alertmanager'] }
  const run = (...args: string[]) => spawnSync(amtool, args, { encoding: 'utf8' })
  const valid = run('check-config', config)
  if (valid.status !== 0) return { failures: [`${valid.stdout}${valid.stderr}`] }
  const failures = Object.values(alerts)
    .flat()
    .flatMap(({ name, severity }) => {
      const labels = [`alertname=${name}`, `severity=${severity}`]
      const { stdout } = run('config', 'routes', 'test', `--config.file=${config}`, ...labels)
      const receiver = stdout.trim()
      return receiver === receiverOf[severity] ? [] : [`${name} (${severity}) goes to ${receiver}`]
    })
  return { failures }
}
