import { shellProcess } from '../../server/shell-process.ts'

export const dynamic = 'force-dynamic'

export function GET(): Response {
  const { PUBLIC_ORIGIN: origin } = shellProcess().config
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /_mall/',
    `Sitemap: ${new URL('/sitemap.xml', origin).href}`,
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain' } })
}
