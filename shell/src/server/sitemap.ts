import { localeEntry } from '@mallhive/contracts/locales'
import { localHref } from '@mallhive/mfe-kit/local-href'
import { z } from 'zod'
import { DataFailed } from './data-failed.ts'
import { explain, log } from './log.ts'
import { showPage } from './documents/show-page.ts'
import { requestScope, shellProcess } from './shell-process.ts'

/**
 * A release with pages for search engines exposes `sitemap`. Its loader returns the names of its parts, and for `{ part }` the
 * URLs of one part. sitemaps.org allows 50,000 entries per index and per part.
 */
const partName = z.string().regex(/^[\w-]{1,64}$/)
const most = 50_000
const indexSchema = z.object({ parts: z.array(partName).max(most) })
const partSchema = z.object({
  /** Paths on this origin. */
  urls: z
    .array(z.object({ path: z.string().startsWith('/'), lastModified: z.string().optional() }))
    .max(most),
})

type Part = z.output<typeof partSchema>

/**
 * Returns the index of all parts, or one part; undefined when there is no such part. The index lacks the parts of a release whose
 * loader fails, unless all of them do. @throws DataFailed
 */
export async function sitemap(
  mfe: string | undefined,
  part: string | undefined,
): Promise<string | undefined> {
  const exposing = Object.values(requestScope().releases).filter((release) => release.exposes['sitemap'])
  if (mfe === undefined) {
    const parts = exposing.map(async ({ name }) => {
      const { parts: own } = indexSchema.parse(await load(name, {}))
      return own.map((it) => `/sitemap.xml?of=${name}&part=${it}`)
    })
    const loaded = await Promise.allSettled(parts)
    const failures = loaded.flatMap((it) => (it.status === 'rejected' ? [it.reason as unknown] : []))
    for (const why of failures) log('warn', 'the sitemap lacks the parts of a release', { why: explain(why) })
    // A budget that is spent is the visitor's, not a release's.
    const refused = failures.find((why) => why instanceof DataFailed && why.status === 429)
    if (refused !== undefined || (failures.length > 0 && failures.length === parts.length))
      throw refused ?? failures[0]
    return index(loaded.flatMap((it) => (it.status === 'fulfilled' ? it.value : [])))
  }
  if (!partName.safeParse(part).success || !exposing.some(({ name }) => name === mfe)) return undefined
  const data = await load(mfe, { part })
  return data === undefined ? undefined : urlset(partSchema.parse(data))
}

/** Returns what the sitemap's loader of a release returns; undefined when it finds nothing. @throws DataFailed */
async function load(mfe: string, props: { part?: string }): Promise<unknown> {
  const page = { kind: 'data', name: `${mfe}/sitemap`, props } as const
  const result = await showPage(requestScope(), {
    page,
    withFrame: false,
    signal: new AbortController().signal,
  })
  if (result.kind === 'broken') throw new DataFailed(page.name, result.status ?? 500)
  if (result.kind !== 'data') throw new Error(`${page.name} is answered by a ${result.kind}`)
  const data: unknown = result.json === undefined ? undefined : JSON.parse(result.json)
  return data
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
    return `<url><loc>${absolute(path)}</loc>${modified}${alternatesOf(path)}</url>`
  })
  return `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${entries.join('\n')}\n</urlset>\n`
}

/** Returns links to a page in all live locales, by which search engines find those that the list itself does not name. */
function alternatesOf(path: string): string {
  const live = shellProcess().config.LOCALES.filter((locale) => !localeEntry(locale).pseudo)
  if (live.length < 2) return ''
  return live
    .map(
      (locale) =>
        `<xhtml:link rel="alternate" hreflang="${locale}" href="${absolute(localHref(locale, path))}"/>`,
    )
    .join('')
}

const absolute = (path: string) => escape(new URL(path, shellProcess().config.PUBLIC_ORIGIN).href)

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
