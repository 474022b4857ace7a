import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { join } from 'node:path'

import { freePort } from '@mallhive/infra-local/free-port'

import type { ControlPlane } from '../cluster/control-plane.ts'

export type Prometheus = { url: string; query(expression: string): Promise<number | undefined> }

/** Starts a Prometheus that asks one target every second and evaluates those rules. */
export async function startPrometheus(
  cluster: ControlPlane,
  program: string,
  metrics: () => string,
  ruleFiles: string[],
): Promise<Prometheus & AsyncDisposable> {
  const target = createServer((_, response) => response.end(metrics())).listen(0, '127.0.0.1')
  await new Promise((resolve) => target.once('listening', resolve))
  const { port } = target.address() as AddressInfo
  const url = `http://127.0.0.1:${await freePort()}`
  const config = join(cluster.dir, 'prometheus.json')
  writeFileSync(
    config,
    JSON.stringify({
      global: { scrape_interval: '1s', evaluation_interval: '2s' },
      rule_files: ruleFiles,
      scrape_configs: [{ job_name: 'mall', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
    }),
  )
  await cluster.start({
    name: 'prometheus',
    command: program,
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(cluster.dir, 'prometheus')}`,
      `--web.listen-address=${new URL(url).host}`,
    ],
    ready: async () => (await fetch(`${url}/-/ready`)).ok,
  })
  return {
    url,
    async query(expression) {
      const answer = await fetch(`${url}/api/v1/query?query=${encodeURIComponent(expression)}`)
      const { data } = (await answer.json()) as { data?: { result: { value: [number, string] }[] } }
      const value = data?.result[0]?.value[1]
      return value === undefined ? undefined : Number(value)
    },
    async [Symbol.asyncDispose]() {
      target.closeAllConnections()
      await new Promise((resolve) => target.close(resolve))
    },
  }
}
