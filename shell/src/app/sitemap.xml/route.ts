import { DataFailed } from '../../server/data-failed.ts'
import { retryAfter } from '../../server/retry-after.ts'
import { sitemap } from '../../server/sitemap.ts'

export const dynamic = 'force-dynamic'

/** Serves the sitemap index, or with `?of=catalog&part=categories` one part of the sitemap. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  try {
    const xml = await sitemap(searchParams.get('of') ?? undefined, searchParams.get('part') ?? undefined)
    if (!xml) return new Response('There is no such sitemap.', { status: 404 })
    return new Response(xml, {
      headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=600' },
    })
  } catch (error) {
    // The render process has logged why.
    if (!(error instanceof DataFailed)) throw error
    const { status } = error
    const headers = { 'cache-control': 'no-store', ...retryAfter(status) }
    return new Response('The sitemap is not available right now.', { status, headers })
  }
}
