import { execFile } from 'node:child_process'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { faultyBucket } from '@mallhive/release-runtime/testing'
import { runCli } from './run.ts'
import type { Shell } from './shell.ts'
import { withHelp } from './verbs.ts'

const cwd = join(import.meta.dirname, '../../fixtures/hello')
const resources = new AsyncDisposableStack()
const { env } = resources.use(await faultyBucket())
afterAll(() => resources.disposeAsync())

const mall = (...argv: string[]) => run(argv)

async function run(argv: string[], more: Partial<Shell> = {}) {
  const out: string[] = []
  const err: string[] = []
  const shell = {
    cwd,
    env: {
      ...env,
      MALL_USER: 'ana',
      PUBLIC_ORIGIN: 'http://127.0.0.1:9',
      PREVIEW_ORIGIN: 'http://preview.localhost:9',
    },
  }
  const code = await runCli(argv, {
    ...shell,
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    ...more,
  })
  return { code, text: out.join('\n'), said: err.join('\n') }
}

test('a team publishes, promotes, reads the status and rolls back from the command line', async () => {
  const first = await mall('publish', '--version', '1.0.0')
  expect(first.text).toMatch(/^published hello 1\.0\.0\. To make it live/)
  expect(first.text).toContain('http://preview.localhost:9/?mall-pin=hello@1.0.0')
  expect(first.said).toBe('building hello …\nuploading hello 1.0.0 …\nchecking it in a browser …')
  expect((await mall('publish', '--version', '1.1.0')).code).toBe(0)
  expect(await mall('promote', 'hello', '1.0.0')).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^hello 1\.0\.0 goes to all \(revision 1\)$/m),
  })
  expect((await mall('promote', 'hello', '1.1.0', '--percent', '10')).text).toContain('10 % beside 1.0.0')
  expect((await mall('status')).text).toMatch(/hello +1\.0\.0 +1\.1\.0 10 % +2 +ana/)
  expect((await mall('promote', 'hello', '1.1.0', '--why', 'looks good')).code).toBe(0)
  expect(JSON.parse((await mall('status', '--json')).text)).toMatchObject([
    { name: 'hello', stable: '1.1.0', revision: 3 },
  ])
  expect((await mall('rollback', 'hello')).text).toMatch(/^hello is back to 1\.0\.0 for all \(revision 4\)$/m)
  expect((await mall('history', 'hello')).text).toMatch(
    /rollback 1\.0\.0\n.*ana\s+promote\s+1\.1\.0 {2}\(looks good\)/,
  )
}, 60_000)

test('a preview of changed sources gets a version of its own, and the same sources the same one', async () => {
  const published = 'http://preview.localhost:9/?mall-pin=hello@1.0.0'
  expect((await mall('preview')).text).toBe(published)
  // Inside the package, so that the copy resolves the same dependencies.
  mkdirSync(join(cwd, '../../dist'), { recursive: true })
  const copy = mkdtempSync(join(cwd, '../../dist/preview-'))
  resources.defer(() => rmSync(copy, { recursive: true }))
  cpSync(cwd, copy, { recursive: true, filter: (path) => !path.endsWith('/dist') })
  appendFileSync(join(copy, 'src/hello-box.tsx'), "\nexport const changed = 'changed'\n")
  const { text } = await mall('preview', copy)
  expect(text).toMatch(/mall-pin=hello@1\.0\.0-preview\.h[0-9a-f]{8}$/)
  expect((await mall('preview', copy)).text).toBe(text)
}, 60_000)

test('a refusal sets the exit code and prints its reason', async () => {
  expect(await mall('promote', 'hello', '9.9.9')).toMatchObject({
    code: 1,
    said: expect.stringMatching(
      /^mall: hello 9\.9\.9 is not published\. Published versions: 1\.1\.0, 1\.0\.0/,
    ),
  })
  expect((await mall('rollback', 'helo')).said).toBe(
    'mall: "helo" was never published. Did you mean "hello"?',
  )
  expect(JSON.parse((await mall('rollback', 'unknown', '--json')).text)).toMatchObject({
    error: { reason: 'NOT_PUBLISHED' },
  })
})

test('a name that is taken or invalid creates nothing', async () => {
  expect(await mall('new', 'cart')).toMatchObject({ code: 1, said: expect.stringContaining('there already') })
  expect(await mall('new', 'Gift Cards')).toMatchObject({
    code: 1,
    said: expect.stringContaining('is not a valid name'),
  })
})

test('releases are listed before they are deleted, and kept while documents of them may be open', async () => {
  expect(await mall('gc', '--keep', '0')).toMatchObject({ code: 0, text: 'nothing to delete' })
  expect(await mall('gc', '--days', '1')).toMatchObject({ code: 2 })
})

test('a usage error ends with exit code 2 and a hint', async () => {
  expect(await mall('pubish')).toMatchObject({
    code: 2,
    said: expect.stringContaining('Did you mean "publish"?'),
  })
  expect(await mall('toString')).toMatchObject({ code: 2 })
  expect(await mall('promote', 'hello')).toMatchObject({
    code: 2,
    said: expect.stringContaining('mall help promote'),
  })
  expect(await mall('promote', 'hello', '1.0.0', '--percent', 'ten')).toMatchObject({ code: 2 })
  expect(await mall('status', '--percent', '3')).toMatchObject({ code: 2 })
  expect(JSON.parse((await mall('pubish', '--json')).text)).toMatchObject({ error: { reason: 'USAGE' } })
})

test('a reason that would forge or hide entries of the history is refused', async () => {
  await mall('promote', 'hello', '1.0.0')
  for (const why of ['fine\n2026-11-27 ben promoted hello 9.9.9', 'fine \u001B[2K', 'fine \u202Eenif'])
    for (const verb of [
      ['promote', 'hello', '1.1.0', '--why', why],
      ['rollback', 'hello', '--why', why],
      ['withdraw', 'hello', '1.1.0', '--reason', why],
    ])
      expect(await mall(...verb)).toMatchObject({ code: 2, said: expect.stringContaining('one line') })
})

test('a watched status prints changes only, until it is stopped', async () => {
  const stopped = new AbortController()
  const lines: string[] = []
  const out = (line: string) => {
    lines.push(line)
    if (lines.length === 1) void mall('promote', 'hello', '1.1.0')
    else stopped.abort()
  }
  await mall('promote', 'hello', '1.0.0')
  expect(
    await run(['status', '--watch', '--json'], { out, interrupted: () => stopped.signal }),
  ).toMatchObject({ code: 0 })
  expect(lines.map((line) => JSON.parse(line)[0].stable)).toEqual(['1.0.0', '1.1.0'])
})

test('the help of every verb has an example', async () => {
  for (const name of Object.keys(withHelp())) {
    const asked = await mall('help', name)
    expect(asked).toEqual(await mall(name, '-h'))
    expect(asked).toMatchObject({
      code: 0,
      text: expect.stringMatching(new RegExp(`Examples\\n.*mall ${name}`)),
    })
  }
  expect((await mall('help')).text).toBe((await mall('--help')).text)
})

test('bash completes verbs, micro frontends, versions and options', async () => {
  const bin = join(import.meta.dirname, '../bin.ts')
  const lines = ['mall pr', 'mall build ca', 'mall promote hello --why x 1.1', 'mall rollback hello --']
  const script = `eval "$('${process.execPath}' '${bin}' completion bash)"
    for line in "$@"; do
      COMP_WORDS=($line); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _mall; echo "\${COMPREPLY[*]}"
    done`
  const options = { cwd, env: { PATH: process.env['PATH'], ...env } }
  const { stdout } = await promisify(execFile)('bash', ['--norc', '-c', script, 'bash', ...lines], options)
  expect(stdout.trim().split('\n')).toEqual([
    'preview promote',
    'cart catalog',
    '1.1.0',
    '--why --json --help',
  ])
}, 90_000)

// Last: the other tests promote both versions.
test('a version is withdrawn for a reason, which status and history show, and is live never again', async () => {
  expect(await mall('withdraw', 'hello', '1.1.0')).toMatchObject({ code: 2 })
  const live = JSON.parse((await mall('status', '--json')).text)[0].stable
  const other = live === '1.0.0' ? '1.1.0' : '1.0.0'
  await mall('promote', 'hello', other)
  const refused = await mall('withdraw', 'hello', other, '--reason', 'it leaks')
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('--rollback') })
  await mall('promote', 'hello', live)
  const done = await mall('withdraw', 'hello', other, '--reason', 'it leaks')
  expect(done).toMatchObject({
    code: 0,
    text: expect.stringMatching(`^hello ${other} is withdrawn; ${live} is live`),
  })
  expect((await mall('status')).text).toContain(`! ${other} is withdrawn: it leaks`)
  expect((await mall('history', 'hello')).text).toContain(`withdraw ${other}, live is ${live}  (it leaks)`)
  const again = await mall('promote', 'hello', other)
  expect(again).toMatchObject({ code: 1, said: `mall: hello ${other} was withdrawn: publish a new version` })
})

test('a command says when the local mall is not running', async () => {
  const state = mkdtempSync(join(tmpdir(), 'mall-state-'))
  const closed = { ...env, AWS_ENDPOINT_URL: 'http://127.0.0.1:9' }
  writeFileSync(join(state, 'env.json'), JSON.stringify(closed))
  const { code, said } = await run(['status'], { env: { MALL_STATE: state } })
  rmSync(state, { recursive: true })
  expect(code).toBe(1)
  expect(said).toContain('No mall is running here. Start one with `npm start`, or set MALL_STATE')
})
