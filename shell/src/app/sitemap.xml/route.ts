import { sitemap } from '../../server/sitemap.ts'

export const dynamic = 'force-dynamic'

/** All pages that search engines should know; `?of=catalog&part=categories` is one part of it. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const xml = await sitemap(searchParams.get('of') ?? undefined, searchParams.get('part') ?? undefined)
  if (!xml) return new Response('There is no such sitemap.', { status: 404 })
  return new Response(xml, {
    headers: { 'content-type': 'application/xml', 'cache-control': 'public, max-age=600' },
  })
}
