import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { faultyBucket } from '../testing.ts'
import { runCli } from './run.ts'

const cwd = join(import.meta.dirname, '../../fixtures/hello')
const resources = new AsyncDisposableStack()
const { env } = resources.use(await faultyBucket())
afterAll(() => resources.disposeAsync())

async function mall(...argv: string[]) {
  const lines: string[] = []
  const out = (line: string) => void lines.push(line)
  const code = await runCli(argv, { cwd, env: { ...env, MALL_USER: 'ana' }, out, err: out })
  return { code, text: lines.join('\n') }
}

test('a team publishes, promotes, looks and rolls back from the command line', async () => {
  expect((await mall('publish', '--version', '1.0.0')).text).toMatch(
    /^published hello 1\.0\.0\. To make it live/,
  )
  expect((await mall('publish', '--version', '1.1.0')).code).toBe(0)
  expect(await mall('promote', 'hello', '1.0.0')).toEqual({
    code: 0,
    text: 'hello 1.0.0 goes to all (revision 1)',
  })
  expect((await mall('promote', 'hello', '1.1.0', '--percent', '10')).text).toContain('10 % beside 1.0.0')
  expect((await mall('promote', 'hello', '1.1.0', '--why', 'looks good')).code).toBe(0)
  expect(JSON.parse((await mall('status', '--json')).text)).toMatchObject([
    { name: 'hello', stable: '1.1.0', revision: 3 },
  ])
  expect((await mall('rollback', 'hello')).text).toBe('hello is back to 1.0.0 for all (revision 4)')
  expect((await mall('history', 'hello')).text).toMatch(
    /rollback 1\.0\.0\n.*ana\s+promote\s+1\.1\.0 {2}\(looks good\)/,
  )
}, 60_000)

test('what is refused is said in words, and in the exit code', async () => {
  expect(await mall('promote', 'hello', '9.9.9')).toEqual({
    code: 1,
    text: 'mall: hello 9.9.9 is not published',
  })
  expect(JSON.parse((await mall('rollback', 'nobody', '--json')).text)).toMatchObject({
    error: { reason: 'NOTHING_LIVE' },
  })
  expect((await mall('toString')).code).toBe(2)
})
