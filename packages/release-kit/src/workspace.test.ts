import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { mallEnv } from './workspace.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'mall-workspace-'))
  onTestFinished(() => rmSync(path, { recursive: true }))
  return path
}

test('without a mall, the refusal names the folder without state and what to set MALL_STATE to', () => {
  const here = folder()
  for (const [env, state] of [
    [{}, join(here, '.mall')],
    [{ MALL_STATE: 'elsewhere' }, join(here, 'elsewhere')],
  ] as const) {
    expect(() => mallEnv(here, env)).toThrow(
      `no mall has its state in ${state}: start one with \`npm start\``,
    )
    expect(() => mallEnv(here, env)).toThrow('export MALL_STATE=/tmp/mall')
  }
})

test('MALL_STATE names the mall, relative to the current folder', () => {
  const here = folder()
  writeFileSync(join(here, 'env.json'), JSON.stringify({ RELEASES_BUCKET: 'local' }))
  expect(mallEnv(here, { MALL_STATE: '.' })).toMatchObject({ RELEASES_BUCKET: 'local' })
})
