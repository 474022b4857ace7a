import type { IncomingMessage, ServerResponse } from 'node:http'

const words: Record<number, [title: string, text: string]> = {
  400: ['That address is not right', 'Check the address, or start again from the front door.'],
  404: ['Nothing here', 'There is no file at this address.'],
  421: ['That address is not ours', 'This mall does not answer for that host name.'],
  416: ['No such part', 'The file has no such range.'],
  502: [
    'This part of the mall is closed right now',
    'We are on it. Try again in a moment; your cart is safe.',
  ],
  504: [
    'This is taking too long',
    'The mall did not answer in time. Try again in a moment; your cart is safe.',
  ],
}

/** Answers for an origin that cannot. Its page needs nothing from any origin: they may all be down. */
export function explain(request: IncomingMessage, response: ServerResponse, status: number): void {
  const [title, text] = words[status] ?? ['Something went wrong', 'Try again in a moment.']
  const wantsPage = request.headers.accept?.includes('text/html') ?? false
  const body = wantsPage ? page(title, text) : `${title}.\n`
  response.writeHead(status, {
    'content-type': wantsPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    ...(status >= 502 ? { 'retry-after': '5' } : {}),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · MallHive</title>
<style>
  :root { color-scheme: light dark }
  body { display: grid; place-content: center; min-height: 90vh; margin: 0 1.5rem; font: 1.05rem/1.6 system-ui, sans-serif }
  h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .5rem }
  p { max-width: 34rem; margin: 0 0 1.5rem }
</style>
<main>
  <h1>${title}</h1>
  <p>${text}</p>
  <a href="/">To the front door</a>
</main>
</html>
`
}
