import { readFileSync } from 'node:fs'

import { schemas } from '@mallhive/infra-local/mall/part-env'

import { expect, test } from '../fixtures/isolated-mall.ts'

const base = ['TMPDIR', 'NODE_EXTRA_CA_CERTS']

for (const part of Object.keys(schemas).filter((name) => name !== 'services') as (keyof typeof schemas)[]) {
  test(`${part} runs with the environment that its schema names`, ({ mall }) => {
    const environ = readFileSync(`/proc/${mall.pid(part)}/environ`, 'utf8')
      .split('\0')
      .filter(Boolean)
    const names = environ.map((entry) => entry.slice(0, entry.indexOf('=')))
    expect(names.filter((name) => !(name in schemas[part].shape) && !base.includes(name))).toEqual([])
  })
}
