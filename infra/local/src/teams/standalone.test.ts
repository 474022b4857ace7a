import { mkdtempSync, realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { readPointer } from '@mallhive/release-runtime/pointer'
import { readRelease } from '@mallhive/release-runtime/read-release'
import { faultyBucket } from '@mallhive/release-runtime/testing'
import { afterAll, expect, test } from 'vitest'

import { rootDir } from '../paths.ts'
import { runIn } from './workspace-copy.ts'

const resources = new AsyncDisposableStack()
afterAll(() => resources.disposeAsync(), 60_000)

test('a separate repository builds, checks and releases with packed kits only', async () => {
  const bucket = resources.use(await faultyBucket())
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'mallhive-alone-')))
  resources.defer(() => rm(dir, { recursive: true }))
  const bin = join(rootDir, 'packages/release-kit/src/bin.ts')
  await runIn(rootDir)(process.execPath, [bin, 'new', 'gifts', '--standalone', dir])

  // The machine's own npm and Node install; scripts then find the mall's Node in node_modules/.bin.
  const there = runIn(dir)
  await there('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'])
  expect((await there('npx', ['--no', '--', 'node', '--version'])).trim()).toBe(process.version)
  for (const kit of ['contracts', 'design-system', 'mfe-kit', 'release-kit'])
    expect(realpathSync(join(dir, 'node_modules/@mallhive', kit))).toBe(
      join(dir, 'node_modules/@mallhive', kit),
    )

  await there('npm', ['run', 'check'])
  await there('npm', ['test'])
  await there('./mall', ['publish'], bucket.env)
  await there('npm', ['run', 'mall', '--', 'promote', 'gifts', '0.1.0'], bucket.env)
  const { release } = await readRelease(bucket, 'gifts', '0.1.0')
  expect(release).toMatchObject({
    routes: { '/gifts': 'gifts-page' },
    rpcs: ['mallhive.catalog.v1.CatalogService/ListFeatured'],
  })
  expect(await readPointer(bucket, 'gifts')).toMatchObject({ stable: '0.1.0' })
}, 240_000)
