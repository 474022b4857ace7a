import { execFile } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { type PartStage, type StagedPart, openPartStage } from '@mallhive/infra-local/mall/part-stage'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { type Part, mall } from '../../../mall.ts'
import { bundle } from './bundle.ts'
import { matching, roles } from './roles.ts'
import { startBundle } from './start-bundle.ts'

let stage: PartStage
const folders: Record<string, string> = {}
// A folder that no folder of packages is above.
const elsewhere = mkdtempSync(join(tmpdir(), 'mallhive-bundles-'))

beforeAll(async () => {
  const opening = openPartStage()
  for (const role of ['service', 'bff-host'] as const) {
    const { dir } = await bundle(role)
    cpSync(dir, (folders[role] = join(elsewhere, role)), { recursive: true })
  }
  stage = await opening
}, 60_000)

afterAll(async () => {
  await stage?.[Symbol.asyncDispose]()
  rmSync(elsewhere, { recursive: true })
})

const parts = Object.entries<Part>(mall).flatMap(([name, { kind }]) =>
  kind === 'service' || kind === 'bff'
    ? [[name as StagedPart, kind === 'bff' ? 'bff-host' : kind] as const]
    : [],
)

test.concurrent.for(parts)(
  '%s becomes ready from its bundle alone',
  { timeout: 60_000 },
  async ([part, role]) => {
    const running = await startBundle(stage, part, folders[role] ?? '')
    await running.stop()
    expect(await running.exited).toBe('ended with code 0')
  },
)

test.for(['migrate', 'contract'])('%s.mjs changes a schema from the bundle alone', async (program) => {
  const dir = folders['service'] ?? ''
  const { DATABASE_URL } = stage.envOf('orders')
  const args = [`${program}.mjs`, 'services/orders']
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: dir, env: { DATABASE_URL } })
  expect(stderr).toBe('')
})

test('a bundle contains no sources and no tests', () => {
  const modules = matching(roles.service.modules)
  const files = globSync('**/*.{ts,tsx,map}', { cwd: elsewhere, exclude: ['**/node_modules/**'] })
  expect(files.toSorted()).toEqual(modules.map((file) => join('service', file)))
})

test('the search hashes the sources that it was made of, which the bundle does not contain', () => {
  for (const { file, of } of roles.service.hashes) {
    expect(matching(of)).toContain('services/search/src/index/document.ts')
    expect(readFileSync(join(folders['service'] ?? '', file), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  }
})
