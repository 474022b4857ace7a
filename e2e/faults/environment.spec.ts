import { readFileSync } from 'node:fs'

import { schemas } from '@mallhive/infra-local/mall/part-env'

import { expect, test } from '../fixtures/isolated-mall.ts'
import { listeningOf } from '../fixtures/listening.ts'

const base = ['TMPDIR', 'NODE_EXTRA_CA_CERTS']

for (const part of Object.keys(schemas).filter((name) => name !== 'services') as (keyof typeof schemas)[]) {
  test(`${part} runs with the environment that its schema names, and listens on its ports only`, ({
    mall,
  }) => {
    const pid = mall.pid(part) ?? 0
    const environ = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').filter(Boolean)
    const ports = environ.flatMap((entry) => /^(?:METRICS_)?PORT=(\d+)$/.exec(entry)?.[1] ?? [])
    expect(listeningOf(pid).toSorted()).toEqual(ports.map((port) => `127.0.0.1:${port}`).toSorted())
    const names = environ.map((entry) => entry.slice(0, entry.indexOf('=')))
    expect(names.filter((name) => !(name in schemas[part].shape) && !base.includes(name))).toEqual([])
  })
}
