import { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { withDeadline } from './deadline.ts'
import { loadExpose } from './load-expose.ts'
import { loaderContext } from './loader-context.ts'
import { requestScope, shellProcess } from './shell-process.ts'

/** A release that has pages for search engines exposes `sitemap`, whose loader answers this for `{ page }`. */
const partSchema = z.object({
  /** Paths on this origin. */
  urls: z.array(z.object({ path: z.string().startsWith('/'), lastModified: z.string().optional() })),
  pages: z.number().int().nonnegative(),
})

type Part = z.output<typeof partSchema>

/** The index of all parts, or one part. Undefined when there is no such part. */
export async function sitemap(mfe: string | undefined, page: number): Promise<string | undefined> {
  if (mfe) {
    const part = await partOf(mfe, page)
    return part && urlset(part)
  }
  const exposing = Object.values(requestScope().releases).filter((release) => release.exposes['sitemap'])
  const parts = await Promise.all(exposing.map(async ({ name }) => ({ name, part: await partOf(name, 1) })))
  const addresses = parts.flatMap(({ name, part }) =>
    Array.from({ length: part?.pages ?? 0 }, (_, before) => `/sitemap.xml?of=${name}&page=${before + 1}`),
  )
  return index(addresses)
}

async function partOf(mfe: string, page: number): Promise<Part | undefined> {
  const scope = requestScope()
  if (!scope.releases[mfe]?.exposes['sitemap'] || !Number.isInteger(page) || page < 1) return undefined
  const module = await loadExpose(scope, `${mfe}/sitemap`)
  return withDeadline(5000, async (signal) => {
    const ctx = await loaderContext(scope, {}, new QueryClient(), signal)
    return partSchema.parse(await module?.loader?.(ctx, { page }))
  })
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
const head = '<?xml version="1.0" encoding="UTF-8"?>\n'

function index(addresses: string[]): string {
  const entries = addresses.map((address) => `<sitemap><loc>${absolute(address)}</loc></sitemap>`)
  return `${head}<sitemapindex xmlns="${namespace}">\n${entries.join('\n')}\n</sitemapindex>\n`
}

function urlset({ urls }: Part): string {
  const entries = urls.map(({ path, lastModified }) => {
    const modified = lastModified ? `<lastmod>${escape(lastModified)}</lastmod>` : ''
    return `<url><loc>${absolute(path)}</loc>${modified}</url>`
  })
  return `${head}<urlset xmlns="${namespace}">\n${entries.join('\n')}\n</urlset>\n`
}

const absolute = (path: string) => escape(new URL(path, shellProcess().config.PUBLIC_ORIGIN).href)

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
