import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hasPipes } from '@mallhive/sandbox/spawn-sandboxed'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { LoaderCall } from '../../calls/loader-calls.ts'
import { heldRelease } from './held-release.ts'
import type { PageJob } from './page-job.ts'
import { startRenderProcess } from './render-process.ts'
import { filenameOf, pageJob, pageRelease } from './testing.ts'

const forger = fileURLToPath(new URL('../../../fixtures/render-forger.mjs', import.meta.url))
const home = pageRelease('home')

/** Requests a document of a process that answers by a forgery. */
async function show(forgery: string, more: Partial<PageJob> = {}) {
  const rendering = await startRenderProcess({
    spawn: (_mostBytes, markFile) => {
      const child = spawn(process.execPath, [forger, forgery], { stdio: ['pipe', 'pipe', 'pipe', markFile] })
      if (!hasPipes(child)) throw new Error('The forger has no pipes.')
      return child
    },
    mostBytes: 300e6,
    startWithinMs: 20_000,
    onLog: () => {},
  })
  onTestFinished(() => rendering.end())
  await rendering.hold({ held: heldRelease(home), filename: filenameOf(home), code: 'code' })
  const shown = rendering.show(await pageJob(home, more), [])
  // Forgeries that follow a whole document leave the document as it is.
  shown.catch(() => {})
  return { shown, ended: rendering.ended }
}

test.each([
  'a document of a page that is not in flight',
  'two documents of one page',
  'a document without a status',
  'a document with the status 99',
  'a document with a status in words',
  'a document with fields of its own',
  'a view instead of a document',
  'data instead of a document',
  'late content of a document that has not begun',
  'a second beginning of a document',
  'a redirect to another origin',
  'a redirect to a script',
  'a redirect with a line break',
  'a call in a page that is not in flight',
  'a call of another type',
  'a call whose input is not JSON',
  'a failure in words of its own',
  'a second ready',
  'a pong without a ping',
  'a message of the shell',
  'no JSON',
  'a frame of four gigabytes',
  'a head of a megabyte',
  'a head that gives a value twice',
  'a head with spaces',
])('%s ends the process that sent it', async (forgery) => {
  const { ended } = await show(forgery)
  expect(await ended).toMatchObject({ fault: { kind: 'MALFORMED' } })
})

test.each(['a flood of calls', 'a flood of failures', 'late content of seventeen megabytes'])(
  '%s ends the process as a flood',
  async (forgery) => {
    const { ended } = await show(forgery, { calls: () => () => new Promise(() => {}) })
    expect(await ended).toMatchObject({ fault: { kind: 'FLOODED' } })
  },
)

test('a call reaches procedures of the page’s own micro frontends only', async () => {
  const call = vi.fn<LoaderCall>(async () => '{}')
  const { shown } = await show('a call of another address', { calls: () => call })
  expect(await shown).toMatchObject({ kind: 'document' })
  expect(call).not.toHaveBeenCalled()
})

test('a page’s failures count against releases of the page only', async () => {
  const outcomes: unknown[] = []
  const { shown } = await show('failures of releases of other pages', {
    onOutcome: (outcome) => outcomes.push(outcome),
  })
  expect(await shown).toMatchObject({ kind: 'document' })
  expect(outcomes).toEqual([{ failed: ['home'], unfinished: [] }])
})

test('a flood of log lines is blamed on the release that wrote them, although another is marked since', async () => {
  const { ended } = await show('a flood of lines of a release that is not marked any more')
  expect(await ended).toMatchObject({ fault: { kind: 'FLOODED' }, release: home.id })
})

test('a process that ends is blamed on the release of its mark', async () => {
  const { ended } = await show('its own release')
  expect(await ended).toMatchObject({ fault: { kind: 'EXITED' }, release: home.id })
})

test.each([
  'a release that it does not hold',
  'no number of a page',
  'text without end',
  'bytes that are no text',
])('a mark of %s blames no release', async (forgery) => {
  const { ended } = await show(forgery)
  expect(await ended).toMatchObject({ fault: { kind: 'EXITED' }, release: undefined })
})
