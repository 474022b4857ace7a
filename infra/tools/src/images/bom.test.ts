import { Spec, Validation } from '@cyclonedx/cyclonedx-library'
import { expect, test } from 'vitest'

import { bom } from './bom.ts'
import { provenance } from './provenance.ts'

const esbuild = 'infra/tools/node_modules/esbuild/lib/main.js'

test('a bill of materials is valid and has the packages of the inputs with the checksums of the lockfile', async () => {
  const made = bom('service', [esbuild, 'infra/mall.ts'], ['/nowhere'])
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6)
  expect(await validator.validate(JSON.stringify(made))).toBeNull()
  expect(made).toMatchObject({
    components: [
      {
        name: 'esbuild',
        licenses: [{ expression: 'MIT' }],
        hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      },
      { name: 'node', version: process.version.slice(1) },
    ],
  })
})

test('provenance names the commit and the run that built an image', () => {
  expect(provenance('shell', { GITHUB_REPOSITORY: 'a/mall', GITHUB_RUN_ID: '7' })).toMatchObject({
    buildDefinition: {
      externalParameters: { role: 'shell' },
      resolvedDependencies: [
        {
          uri: 'git+https://github.com/a/mall',
          digest: { gitCommit: expect.stringMatching(/^[0-9a-f]{40}$/) },
        },
        {},
        {},
      ],
    },
    runDetails: { metadata: { invocationId: 'https://github.com/a/mall/actions/runs/7' } },
  })
})
