import { afterAll, expect, test } from 'vitest'
import { mostLoaderBytes, mostPageBytes } from '../../render/bound-view.ts'
import type { Failure } from '../../render/render-messages.ts'
import type { PageJob } from './page-job.ts'
import { filenameOf, openTestPool, pageBundle, pageJob, pageRelease } from './testing.ts'
import { good, htmlOf } from './testing-pool.ts'

const pool = await openTestPool({ processes: 1 })
afterAll(() => pool[Symbol.dispose]())
let opened = 0

/** Opens a release whose fragment `picks` prefetches a query of this size, by a key of its own making. */
async function openFragment(name: string, size: number) {
  const release = { ...pageRelease(name, `1.0.${++opened}`), exposes: { picks: { js: [], css: [] } } }
  const loader = `ctx.queryClient.setQueryData(['${name}'], 'x'.repeat(${size}))`
  await pool.open(release, filenameOf(release), pageBundle(good, loader))
  return release
}

/** Shows a page whose loader runs this code, with the fragments of other releases. */
async function showPage(
  loader: string,
  fragments: Awaited<ReturnType<typeof openFragment>>[] = [],
  more: Partial<PageJob['request']> = {},
) {
  const page = pageRelease('profile', `1.0.${++opened}`)
  await pool.open(page, filenameOf(page), pageBundle(good, loader))
  const failures: Failure[] = []
  const failed = new Set<string>()
  const releases = Object.fromEntries([page, ...fragments].map((release) => [release.name, release]))
  const job = await pageJob(page, {
    releases,
    onFailure: (failure) => failures.push(failure),
    onOutcome: (outcome) => outcome.failed.forEach((name) => failed.add(name)),
  })
  const ids = Object.fromEntries(Object.values(releases).map(({ name, id }) => [name, id]))
  const result = await pool.show({ ...job, request: { ...job.request, releases: ids, ...more } })
  return { result, failures, failed: [...failed] }
}

const withPicks = `await ctx.fragment('home/picks'); return { words: 'Ana' }`
const large = 4_000_000

test('a fragment with 4 MB of data leaves a page as small as before, and its release is named', async () => {
  const { result, failures, failed } = await showPage(withPicks, [await openFragment('home', large)])
  expect(result).toMatchObject({ kind: 'document', status: 200 })
  expect(htmlOf(result)).toContain('Welcome <!-- -->Ana')
  expect(htmlOf(result).length).toBeLessThan(20_000)
  expect(failures).toMatchObject([{ message: 'loader data dropped', of: expect.stringMatching(/^home@/) }])
  expect(failed).toEqual(['home'])
})

test('a navigation is bounded as a document is', async () => {
  const fragments = [await openFragment('home', large)]
  const { result, failed } = await showPage(withPicks, fragments, { document: undefined })
  expect(result.kind === 'view' && result.json.length).toBeLessThan(20_000)
  expect(failed).toEqual(['home'])
})

test.each([
  ['too much data', `return { words: 'x'.repeat(${mostLoaderBytes}) }`],
  ['data that JSON cannot hold', `const data = {}; data.words = data; return data`],
])('a page whose loader returns %s has failed', async (_, loader) => {
  for (const document of [{}, { document: undefined }]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const { result, failures, failed } = await showPage(loader, [], document)
    expect(result).toMatchObject({ status: 500 })
    expect(failures).toMatchObject([
      { message: 'loader data dropped', of: expect.stringMatching(/^profile\/page of profile@1/) },
    ])
    expect(failed).toEqual(['profile'])
  }
})

test('what all loaders put into a page is bounded too: the largest parts go', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const size = (position: number) => mostLoaderBytes - 1000 * (position + 1)
  const fragments = await Promise.all(names.map((name, position) => openFragment(name, size(position))))
  const loader = `await Promise.all(${JSON.stringify(names)}.map((name) => ctx.fragment(name + '/picks')))
    return { words: 'Ana' }`
  const { result, failed } = await showPage(loader, fragments)
  expect(failed.toSorted()).toEqual(['a', 'b'])
  expect(htmlOf(result).length).toBeLessThan(mostPageBytes + 20_000)
  expect(htmlOf(result)).toContain('Welcome <!-- -->Ana')
})
