import { readdirSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import type { ShellConfig } from '../config.ts'
import { serviceWorkerScript } from './service-worker-script.ts'

const folder = new URL('../../public/', import.meta.url)

const contentTypes: Record<string, string> = {
  '.ico': 'image/x-icon',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
}

/** Icons and the web manifest, in memory. */
const files = new Map(
  readdirSync(folder)
    .filter((name) => extname(name) in contentTypes)
    .map((name) => [`/${name}`, readFileSync(new URL(name, folder))]),
)

/** Names that older iOS requests, by the sizes of its devices. */
const appleIcon = /^\/apple-touch-icon(-\d+x\d+)?(-precomposed)?\.png$/

type Config = Pick<ShellConfig, 'PUBLIC_ORIGIN' | 'SECURITY_CONTACT' | 'SERVICE_WORKER'>

/**
 * Answers the addresses that browsers, password managers and security researchers request on every site: icons, the web
 * manifest, the service worker, and `/.well-known/`, where unknown names are answered 404. Nothing is rendered. Returns false
 * for any other path.
 */
export function serveSiteFile({ url = '/' }: IncomingMessage, res: ServerResponse, config: Config): boolean {
  const [asked = '/'] = url.split('?')
  const path = asked.replace(appleIcon, '/apple-touch-icon.png')
  const bytes = files.get(path)
  if (bytes) {
    send(res, bytes, contentTypes[extname(path)] ?? '', 'public, max-age=86400')
  } else if (path === '/service-worker.js') {
    // The policy of what the worker itself requests.
    res.setHeader('content-security-policy', "default-src 'none'; connect-src 'self'")
    const script = Buffer.from(serviceWorkerScript(config.SERVICE_WORKER))
    send(res, script, 'text/javascript; charset=utf-8', 'no-cache')
  } else if (path === '/.well-known/security.txt') {
    send(res, Buffer.from(securityText(config)), 'text/plain; charset=utf-8', 'public, max-age=3600')
  } else if (path === '/.well-known/change-password') {
    // https://w3c.github.io/webappsec-change-password-url/
    res.writeHead(302, { location: '/account', 'cache-control': 'public, max-age=3600' }).end()
  } else if (path.startsWith('/.well-known/')) {
    res
      .writeHead(404, { 'content-type': 'text/plain; charset=utf-8' })
      .end('There is no file at this address.')
  } else {
    return false
  }
  return true
}

const dayMs = 24 * 3600 * 1000
const validDays = 90

/**
 * Returns the security.txt of RFC 9116. Its contact is configuration of the running shell, which confirms it anew every day:
 * `Expires` is always 90 days after the current day, and lapses in copies and in a mall that no longer runs.
 */
export function securityText(
  { PUBLIC_ORIGIN, SECURITY_CONTACT }: Omit<Config, 'SERVICE_WORKER'>,
  now = Date.now(),
): string {
  const today = Math.floor(now / dayMs) * dayMs
  const fields = [
    `Contact: ${SECURITY_CONTACT}`,
    `Expires: ${new Date(today + validDays * dayMs).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${PUBLIC_ORIGIN}/.well-known/security.txt`,
  ]
  return `${fields.join('\n')}\n`
}

function send(res: ServerResponse, bytes: Buffer, type: string, cacheControl: string): void {
  const headers = { 'content-type': type, 'content-length': bytes.byteLength, 'cache-control': cacheControl }
  res.writeHead(200, headers).end(bytes)
}
