import type { IncomingMessage, ServerResponse } from 'node:http'

import { words } from './refusal-words.ts'

/** How long a refused body is still read, so that a client that sends it before reading gets the answer and no reset. */
const lingerMs = 2000

/**
 * Returns a function that sends the edge's own error answer, for a refused request and for a failed origin. Its page is
 * self-contained, because every origin may be down.
 */
export function explainer(securityHeaders: Record<string, string>) {
  return (
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    headers: Record<string, string> = {},
  ): void => {
    const { type, body } = representation(request, status)
    const hasUnreadBody =
      !request.complete &&
      (Boolean(request.headers['transfer-encoding']) || Number(request.headers['content-length']) > 0)
    response.writeHead(status, {
      ...securityHeaders,
      'content-type': `${type}; charset=utf-8`,
      'content-length': Buffer.byteLength(body),
      'cache-control': 'no-store',
      ...(status >= 502 && { 'retry-after': '5' }),
      ...(hasUnreadBody && { connection: 'close' }),
      ...headers,
    })
    const content = request.method === 'HEAD' ? '' : body
    if (hasUnreadBody) linger(request, response, content)
    else response.end(content)
  }
}

/** Sends the answer, then discards the rest of the body until the client has finished or the time is over. */
function linger(request: IncomingMessage, response: ServerResponse, content: string): void {
  response.write(content)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, lingerMs)
  request.once('end', end)
  // The client has closed the connection.
  request.once('error', () => clearTimeout(timer))
  request.resume()
}

function representation({ headers }: IncomingMessage, status: number): { type: string; body: string } {
  const { title, text, code } = words(status)
  if (headers.accept?.includes('text/html')) return { type: 'text/html', body: page(title, text) }
  // The shape of a BFF's error; statuses without a code (failures of an origin) are answered as plain text.
  if (headers['content-type']?.startsWith('application/json') && code) {
    const error = { message: `${title}. ${text}`, data: { code, httpStatus: status } }
    return { type: 'application/json', body: JSON.stringify({ error }) }
  }
  return { type: 'text/plain', body: `${title}. ${text}\n` }
}

function page(title: string, text: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · MallHive</title>
<style>
  :root { color-scheme: light dark; --paper: #fbf9f6; --ink: #221a13; --soft: #645749; --accent: #f3b13b }
  @media (prefers-color-scheme: dark) { :root { --paper: #120e0a; --ink: #f1ece5; --soft: #b9aea1 } }
  body { display: grid; place-content: center; box-sizing: border-box; min-height: 100vh; margin: 0; padding: 1.5rem; background: var(--paper); color: var(--ink); font: 1rem/1.5 'Instrument Sans', system-ui, sans-serif; text-align: center }
  svg { width: 4.5rem }
  h1 { margin: 1rem 0 .5rem; font: 680 1.5625rem/1.2 'Bricolage Grotesque', system-ui, sans-serif; letter-spacing: -.02em }
  p { max-width: 34rem; margin: 0 0 1.5rem; color: var(--soft) }
  a { display: inline-block; padding: .625rem 1.25rem; border: 1px solid transparent; border-radius: .625rem; background: var(--accent); color: #221a13; font-weight: 600; text-decoration: none }
  a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
</style>
<main>
  <svg viewBox="0 0 32 32" aria-hidden="true"><path fill="#b9770e" d="M4.5 9.3 16 16v13.3L4.5 22.7z"/><path fill="#e09a1a" d="M27.5 9.3 16 16v13.3l11.5-6.6z"/><path fill="#f6c65b" d="M16 2.7 27.5 9.3 16 16 4.5 9.3z"/></svg>
  <h1>${title}</h1>
  <p>${text}</p>
  <a href="/">Go to the home page</a>
</main>
</html>
`
}
