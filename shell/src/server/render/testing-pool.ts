import { onTestFinished } from 'vitest'
import type { PageJob, PageResult } from './page-job.ts'
import type { RenderPool, RenderPoolOptions } from './render-pool.ts'
import { filenameOf, openTestPool, pageBundle, pageJob, pageRelease } from './testing.ts'

/** Opens a pool of real processes, until the test ends. */
export async function openPool(more: Partial<RenderPoolOptions> = {}): Promise<RenderPool> {
  const pool = await openTestPool(more)
  onTestFinished(() => pool[Symbol.dispose]())
  return pool
}

/** Opens a release with one page. @param page, loader see `pageBundle` */
export async function open(pool: RenderPool, name: string, page: string, loader?: string) {
  const release = pageRelease(name)
  await pool.open(release, filenameOf(release), pageBundle(page, loader))
  return release
}

export const htmlOf = (result: PageResult) =>
  result.kind === 'document' ? result.html.toString() : result.kind
export const show = async (
  pool: RenderPool,
  release: ReturnType<typeof pageRelease>,
  more?: Partial<PageJob>,
) => pool.show(await pageJob(release, more))

/** The body of a component that shows `data.words`. */
export const good = `return h('h1', null, 'Welcome ', data?.words)`
